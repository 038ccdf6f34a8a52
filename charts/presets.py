"""Typical shapes of training curves, drawn in the unit square: x is the share of the run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from charts.records import Curve, Labels, Level, Shade
from charts.shapes import (
    added,
    bump,
    climbs_out,
    curve,
    decay,
    flat,
    line,
    logistic,
    ramp,
    rise,
    sawtooth,
    step,
    swing,
    train,
    turns_nan,
    up_to,
    validation,
    wobble,
)

LOSS = Labels("training time", "loss", ticks=False)
SCORE = Labels("training time", "score", ticks=False)
GRADIENT_NORM = Labels("training time", "log scale", ticks=False)
NORM_BY_LAYER = Labels("layer, from input to output", "log scale", ticks=False)
ERROR_IN_SERVICE = Labels("time in service", "error", ticks=False)


@dataclass(frozen=True, slots=True)
class Preset:
    """A named drawing. `description` is one sentence, read out in place of the drawing."""

    description: str
    curves: tuple[Curve, ...]
    labels: Labels = LOSS
    level: Level | None = None
    shade: Shade | None = None


_PRESETS = {
    "validation-turns-up": Preset(
        "Training loss falls all the way; validation loss falls, then rises.",
        (
            train(decay(0.9, 0.06, 4.2)),
            validation(added(decay(0.97, 0.34, 6.5), ramp(0.3, 0.52))),
        ),
        shade=Shade(0.38, 1.0, "validation rises"),
    ),
    "both-stay-high": Preset(
        "Training loss and validation loss flatten early, high and close together.",
        (
            train(decay(0.93, 0.62, 6)),
            validation(decay(0.98, 0.68, 6)),
        ),
    ),
    "gap-opens": Preset(
        "Training loss falls to nearly zero; validation loss flattens well above it.",
        (
            train(decay(0.9, 0.03, 5)),
            validation(decay(0.95, 0.5, 6)),
        ),
    ),
    "too-good": Preset(
        "Training loss and validation loss fall at once to almost zero and coincide.",
        (
            train(decay(0.95, 0.03, 15)),
            validation(added(decay(0.9, 0.045, 14), wobble(0.008))),
        ),
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
        (train(swing),),
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
        (up_to(1.02, train(climbs_out)),),
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
        (
            train(decay(0.85, 0.12, 4.5)),
            validation(added(decay(0.9, 0.36, 5), wobble(0.2, 0.7))),
        ),
    ),
    "validation-apart": Preset(
        "Validation loss lies far above training loss from the first step.",
        (
            train(decay(0.55, 0.1, 4.5)),
            validation(added(decay(0.97, 0.82, 4), wobble(0.012))),
        ),
    ),
    "step-up": Preset(
        "Training loss falls, jumps up once, and goes on falling from there.",
        (train(added(decay(0.85, 0.12, 4.6), step(0.48, 0.3), wobble(0.008))),),
        shade=Shade(0.48, 0.56, "the jump"),
    ),
    "old-task-drops": Preset(
        "The score on the first task falls as the score on the second rises.",
        (
            train(
                added(logistic(0.5, 0.9, 0.22), wobble(0.01)),
                label="first task",
            ),
            validation(
                added(logistic(0.56, 0.12, 0.88), wobble(0.01, 2)),
                label="second task",
            ),
        ),
        SCORE,
    ),
    "majority-share": Preset(
        "Accuracy is flat at the share of the majority; recall of the minority is zero.",
        (
            train(
                added(rise(0.62, 0.9, 16), wobble(0.006)),
                label="accuracy",
            ),
            validation(flat(0.02), label="minority recall"),
        ),
        SCORE,
        level=Level(0.9, "majority share"),
    ),
    "drifts-apart": Preset(
        "The error on live data follows the error on test data, then leaves it.",
        (
            train(
                added(flat(0.24), wobble(0.02)),
                label="test data",
            ),
            validation(
                added(flat(0.25), ramp(0.42, 0.95), wobble(0.03, 1.5)),
                label="live data",
            ),
        ),
        ERROR_IN_SERVICE,
    ),
    "gradient-fades": Preset(
        "The gradient norm per layer falls by orders of magnitude toward the input.",
        (train(line(0.06, 0.84), label="gradient norm"),),
        NORM_BY_LAYER,
    ),
    "gradient-explodes": Preset(
        "The gradient norm rises by orders of magnitude within a few steps.",
        (
            train(
                added(flat(0.12), wobble(0.025), logistic(0.86, 0.0, 0.95, 13)),
                label="gradient norm",
            ),
        ),
        GRADIENT_NORM,
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
