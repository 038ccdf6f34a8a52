"""Typical shapes of training curves, drawn in the unit square: x is the share of the run, y goes
up.

Every preset is a smooth function of x, so that the same shape is drawn on every machine.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from charts.records import Curve, Labels, Level, Role, Shade

POINTS = 73
GRID = tuple(step / (POINTS - 1) for step in range(POINTS))
Shape = Callable[[float], float]

LOSS = Labels("training time", "loss", ticks=False)
SCORE = Labels("training time", "score", ticks=False)


@dataclass(frozen=True, slots=True)
class Preset:
    description: str
    curves: tuple[Curve, ...]
    labels: Labels = LOSS
    level: Level | None = None
    shade: Shade | None = None


def decay(start: float, end: float, rate: float) -> Shape:
    return lambda x: end + (start - end) * math.exp(-rate * x)


def rise(start: float, end: float, rate: float) -> Shape:
    return decay(start, end, rate)


def wobble(size: float, phase: float = 0.0) -> Shape:
    """A sum of sines that looks like noise and is the same every time."""
    return lambda x: (
        size
        * (
            math.sin(61 * x + phase)
            + 0.8 * math.sin(113 * x + 2.3 * phase + 1)
            + 0.6 * math.sin(197 * x + phase * 5)
        )
        / 2.4
    )


def added(*shapes: Shape) -> Shape:
    return lambda x: sum(shape(x) for shape in shapes)


def bump(at: float, height: float, width: float) -> Shape:
    """A jump at `at` that dies away with `width`; nothing before it."""
    return lambda x: height * math.exp(-(x - at) / width) if x >= at else 0.0


def ramp(start: float, slope: float) -> Shape:
    return lambda x: slope * max(0.0, x - start)


def flat(height: float) -> Shape:
    return lambda _x: height


def step(at: float, height: float) -> Shape:
    return lambda x: height if x >= at else 0.0


def logistic(at: float, low: float, high: float, steepness: float = 16.0) -> Shape:
    return lambda x: low + (high - low) / (1 + math.exp(-steepness * (x - at)))


def sawtooth(teeth: int, depth: float) -> Shape:
    """Falls by `depth` within a tooth and jumps back at the next one."""
    return lambda x: depth * (0.5 - (x * teeth) % 1.0)


def curve(label: str, role: Role, shape: Shape) -> Curve:
    return Curve(label, GRID, tuple(shape(x) for x in GRID), role)


def train(shape: Shape, label: str = "training") -> Curve:
    return curve(label, "train", shape)


def validation(shape: Shape, label: str = "validation") -> Curve:
    return curve(label, "validation", shape)


def climbs_out(x: float) -> float:
    """Falls, turns at 0.4 and leaves the figure at the top."""
    return decay(0.62, 0.2, 6)(x) + 0.002 * (math.exp(14 * max(0.0, x - 0.38)) - 1)


def until(condition: Callable[[float, float], bool], whole: Curve) -> Curve:
    """The first part of a curve, as long as `condition(x, y)` holds."""
    kept = []
    for x, y in zip(whole.x, whole.y, strict=True):
        if not condition(x, y):
            break
        kept.append((x, y))
    return Curve(whole.label, tuple(x for x, _ in kept), tuple(y for _, y in kept), whole.role)


def turns_nan(x: float) -> float:
    return decay(0.92, 0.26, 3.2)(x) + wobble(0.012)(x) if x < 0.64 else math.nan


_PRESETS = {
    "validation-turns-up": Preset(
        "Training loss falls all the way; validation loss falls, then rises.",
        (train(decay(0.9, 0.06, 4.2)), validation(added(decay(0.97, 0.34, 6.5), ramp(0.3, 0.52)))),
        shade=Shade(0.38, 1.0, "validation rises"),
    ),
    "both-stay-high": Preset(
        "Training loss and validation loss flatten early, high and close together.",
        (train(decay(0.93, 0.62, 6)), validation(decay(0.98, 0.68, 6))),
    ),
    "gap-opens": Preset(
        "Training loss falls to nearly zero; validation loss flattens well above it.",
        (train(decay(0.9, 0.03, 5)), validation(decay(0.95, 0.5, 6))),
    ),
    "too-good": Preset(
        "Training loss and validation loss fall at once to almost zero and coincide.",
        (train(decay(0.95, 0.03, 15)), validation(added(decay(0.9, 0.045, 14), wobble(0.008)))),
    ),
    "test-leaves-validation": Preset(
        "The validation score is nearly perfect; the test score stays far below it.",
        (
            validation(rise(0.25, 0.95, 6)),
            curve("test", "third", added(rise(0.22, 0.52, 6), wobble(0.015))),
        ),
        SCORE,
    ),
    "oscillates": Preset(
        "Training loss swings up and down and does not settle.",
        (
            train(
                lambda x: (
                    0.52
                    + 0.27 * math.sin(40 * x) * (0.75 + 0.25 * math.sin(9 * x))
                    + wobble(0.07)(x)
                )
            ),
        ),
    ),
    "falls-slowly": Preset(
        "Training loss falls in a nearly straight, shallow line.",
        (train(added(decay(0.9, 0.3, 0.42), wobble(0.01))),),
    ),
    "plateau": Preset(
        "Training loss falls, then stays flat.",
        (train(added(decay(0.93, 0.48, 11), wobble(0.01))),),
        shade=Shade(0.34, 1.0, "nothing moves"),
    ),
    "spikes": Preset(
        "Training loss falls, with isolated jumps from which it comes back.",
        (
            train(
                added(
                    decay(0.85, 0.14, 4),
                    wobble(0.012),
                    bump(0.37, 0.5, 0.022),
                    bump(0.6, 0.62, 0.022),
                    bump(0.83, 0.42, 0.022),
                )
            ),
        ),
    ),
    "diverges": Preset(
        "Training loss falls at first, then climbs out of the figure.",
        (until(lambda _x, y: y <= 1.02, train(climbs_out)),),
    ),
    "becomes-nan": Preset(
        "Training loss falls and then ends, because it is no longer a number.",
        (train(turns_nan),),
    ),
    "flat-at-chance": Preset(
        "Training loss is flat from the first step, at the height of chance.",
        (train(added(flat(0.68), wobble(0.03))),),
        level=Level(0.68, "chance"),
    ),
    "floor": Preset(
        "Training loss falls to a hard floor, well above zero.",
        (train(added(decay(0.95, 0.42, 8), wobble(0.006))),),
        level=Level(0.4, "floor"),
    ),
    "sawtooth": Preset(
        "Training loss falls in teeth, one for every epoch.",
        (train(added(decay(0.78, 0.3, 1.9), sawtooth(6, 0.2))),),
    ),
    "noisy-validation": Preset(
        "Training loss falls smoothly; validation loss jumps about.",
        (train(decay(0.85, 0.12, 4.5)), validation(added(decay(0.9, 0.36, 5), wobble(0.2, 0.7)))),
    ),
    "validation-apart": Preset(
        "Validation loss lies far above training loss from the first step.",
        (train(decay(0.55, 0.1, 4.5)), validation(added(decay(0.97, 0.82, 4), wobble(0.012)))),
    ),
    "step-up": Preset(
        "Training loss falls, jumps up once, and goes on falling from there.",
        (train(added(decay(0.85, 0.12, 4.6), step(0.48, 0.3), wobble(0.008))),),
        shade=Shade(0.48, 0.56, "the jump"),
    ),
    "old-task-drops": Preset(
        "The score on the first task falls as the score on the second rises.",
        (
            train(added(logistic(0.5, 0.9, 0.22), wobble(0.01)), "first task"),
            validation(added(logistic(0.56, 0.12, 0.88), wobble(0.01, 2)), "second task"),
        ),
        SCORE,
    ),
    "majority-share": Preset(
        "Accuracy is flat at the share of the majority; recall of the minority is zero.",
        (
            train(added(rise(0.62, 0.9, 16), wobble(0.006)), "accuracy"),
            validation(flat(0.02), "minority recall"),
        ),
        SCORE,
        level=Level(0.9, "majority share"),
    ),
    "drifts-apart": Preset(
        "The error on live data follows the error on test data, then leaves it.",
        (
            train(added(flat(0.24), wobble(0.02)), "test data"),
            validation(added(flat(0.25), ramp(0.42, 0.95), wobble(0.03, 1.5)), "live data"),
        ),
        Labels("time in service", "error", ticks=False),
    ),
    "gradient-fades": Preset(
        "The gradient norm per layer falls by orders of magnitude toward the input.",
        (train(lambda x: 0.06 + 0.84 * x, "gradient norm"),),
        Labels("layer, from input to output", "log scale", ticks=False),
    ),
    "gradient-explodes": Preset(
        "The gradient norm rises by orders of magnitude within a few steps.",
        (train(added(flat(0.12), wobble(0.025), logistic(0.86, 0.0, 0.95, 13)), "gradient norm"),),
        Labels("training time", "log scale", ticks=False),
    ),
    "slow-noise": Preset(
        "Training loss falls to a height at which it shakes without falling further.",
        (train(added(decay(0.9, 0.34, 7), wobble(0.075))),),
    ),
    "starts-high": Preset(
        "The first loss is far above chance and takes a long time to come down.",
        (train(added(decay(0.98, 0.1, 3), wobble(0.006))),),
        level=Level(0.4, "chance"),
    ),
}

PRESETS: Mapping[str, Preset] = MappingProxyType(_PRESETS)
PRESET_NAMES: tuple[str, ...] = tuple(_PRESETS)
