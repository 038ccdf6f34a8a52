"""The training loss jumps up at a point and comes back.

The highest point above the moving median is measured three ways, which must all be high: against
the level around it, against the start of the run, and against the 95th percentile of all
deviations (by epoch the 90th, since three spikes among 50 epochs are more than one in twenty).
Batches of a few samples have long tails of loss, and a loss near zero multiplies easily; neither is
high in all three. By epoch it must also be over soon: a loss that comes down along a curve again is
learning anew, on other data or from other weights. The fast fall at the beginning and the last
point do not count. A loss that takes both signs has no level to multiply, so its range stands for
the level.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from engine.evidence import Finding, strongest_finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import (
    blocks,
    distance_of_few,
    every_few,
    moving_median,
    quantile,
    ratio,
    signed_range,
)
from engine.observe.measures.run import (
    followed_loss_and_start,
    is_stepwise,
    step_level,
    step_loss,
    train_loss,
)
from engine.observe.measures.series import around, first_level
from engine.run import Case, Floats, Series

SYMPTOM = "loss-spikes"
TIMES = Band(
    2.0,
    8.0,
    log=True,
    source="judgment",
    compare=("lightning-spike-detection", "olmo-2"),
    note="over the median around it; Lightning: 3 times the mean of the last 10 losses; "
    "OLMo 2: 7 standard deviations from the mean of the last 1,000",
)
STEP_HEIGHT = Band(
    1.0,
    5.0,
    log=True,
    source="judgment",
    note="in units of the first losses, for a loss per step",
)
EPOCH_HEIGHT = Band(
    0.15,
    0.8,
    log=True,
    source="judgment",
    note="in units of the first losses, for a loss per epoch",
)
TAIL = Band(
    3.5,
    9.0,
    log=True,
    source="healthy-runs",
    note="over the 95th percentile of all deviations; 2 to 4 in healthy recorded runs",
)
EPOCH_TAIL = Band(
    4.2,
    10.8,
    log=True,
    source="closed-form",
    note="over the 90th percentile, which lies 1.2 times below the 95th of a normal distribution",
)
LEFT_AFTER = Band(
    0.2,
    0.05,
    source="judgment",
    note="of the jump of a loss per epoch, two epochs after it",
)
STEP_WINDOW, EPOCH_WINDOW = 15, 5  # points of the moving median
LEAST_EPOCHS = 8
BEGINNING = 0.05  # share of the run in which the loss falls too fast to judge


@dataclass(frozen=True, slots=True)
class Grain:
    """How a loss is judged. quantile: of all deviations."""

    height: Band
    quantile: float
    tail: Band


BY_STEP = Grain(STEP_HEIGHT, 0.95, TAIL)
BY_EPOCH = Grain(EPOCH_HEIGHT, 0.9, EPOCH_TAIL)


def observe(case: Case) -> Finding | None:
    findings = []
    steps = step_loss(case)
    level = step_level(case, STEP_WINDOW)
    if steps is not None and level is not None:
        findings.append(_highest(steps, level, BY_STEP))
    epochs = train_loss(case, LEAST_EPOCHS) or _validation_alone(case)
    if epochs is not None and _is_by_epoch(case, epochs):
        level = moving_median(epochs.y, EPOCH_WINDOW)
        found = _highest(epochs, level, BY_EPOCH)
        findings.append(_passing(epochs, level, found))
    return strongest_finding(findings)


def _validation_alone(case: Case) -> Series | None:
    """Return the validation loss where no training loss is recorded."""
    known = followed_loss_and_start(case, LEAST_EPOCHS)
    return None if known is None else known[0]


def _is_by_epoch(case: Case, loss: Series) -> bool:
    return len(loss) >= LEAST_EPOCHS and not is_stepwise(case, loss)


def _highest(loss: Series, level: Floats, grain: Grain) -> Finding:
    peak, jump = _peak(loss.y, level)
    times = _times(loss.y, jump, float(level[peak]))
    height = ratio(jump, first_level(loss.y))
    tail = ratio(jump, quantile(_deviations(loss.y, level), grain.quantile))
    return Finding.on(
        around(loss, peak),
        strength=min(
            TIMES.strength(times),
            grain.height.strength(height),
            grain.tail.strength(tail),
        ),
        text=f"The highest jump of {loss.name} is to {loss.y[peak]:.3g} at "
        f"{loss.x_name} {loss.x[peak]:g}, "
        f"{times:.1f} times the level around it ({level[peak]:.3g}).",
    )


def _passing(loss: Series, level: Floats, found: Finding) -> Finding:
    """Return the finding as weak as the jump is long."""
    peak, _ = _peak(loss.y, level)
    before = float(loss.y[peak - 1])
    jump = float(loss.y[peak]) - before
    later = float(loss.y[min(peak + 2, len(loss) - 1)])
    left = ratio(later - before, jump)
    return replace(found, strength=min(found.strength, LEFT_AFTER.strength(left)))


def _times(values: Floats, jump: float, level: float) -> float:
    """Return the peak in units of the level around it."""
    unit = signed_range(values) or level
    return ratio(unit + jump, unit)


def _peak(
    values: Floats,
    level: Floats,
) -> tuple[int, float]:
    """Return the place of the greatest height above the level, and that height; else 0 and 0.

    Neither the beginning nor the last point counts: none after it shows whether it comes back.
    """
    peak, jump = 0, 0.0
    for block in blocks(_beginning(values), len(values) - 1):
        above = values[block] - level[block]
        place = int(above.argmax())
        highest = float(above[place])
        if highest > jump:
            peak, jump = block.start + place, highest
    return peak, jump


def _deviations(
    values: Floats,
    level: Floats,
) -> Floats:
    """Return every few distances from the level; 0 where `_peak` does not look."""
    away = every_few(values) - every_few(level)
    distance = distance_of_few(len(values))
    away[: math.ceil(_beginning(values) / distance)] = 0.0
    if (len(values) - 1) % distance == 0:
        away[-1] = min(away[-1], 0.0)
    return np.abs(away)


def _beginning(values: Floats) -> int:
    return max(2, math.ceil(BEGINNING * len(values)))
