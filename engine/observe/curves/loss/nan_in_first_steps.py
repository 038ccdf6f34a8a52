"""The loss is NaN within the first few steps.

Measured as the number of steps before the first NaN. A log by epoch, or one that prints every
hundredth step, does not show single steps, so it is measured only where the last finite loss stands
close before. An infinite loss overflows, a loss that had grown many times blew up, and one that had
fallen by then was broken by a batch and not by the start; all of these count less. A run whose
losses are all finite has nothing to time, and neither has a log that begins in the middle of the
run.
"""

from __future__ import annotations

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.bad_points import BadPoints, first_non_finite
from engine.observe.measures.band import Band
from engine.observe.measures.excerpt import begins_late
from engine.observe.measures.series import recorded
from engine.run import Case

SYMPTOM = "nan-in-first-steps"
STEPS = Band(
    100.0,
    10.0,
    log=True,
    source="judgment",
    note="steps before the first loss that is NaN",
)
FALL = Band(
    0.5,
    0.1,
    source="judgment",
    note="of the loss before it, as a share of its first value",
)
LOSSES = ("train_loss_step", "train_loss")  # single steps first
OVERFLOW = 0.3  # the most where the first bad value is infinite
GROWN = 10.0  # times the first loss, from which it blew up before it was NaN
EVERY_FEW = 10.0  # steps between the last finite loss and the NaN that still show when it came


def observe(case: Case) -> Finding | None:
    broken = first_non_finite(recorded(case, LOSSES))
    if broken is None or begins_late(case):
        return None
    loss, first = broken.series, broken.first
    if loss.x_name != "step" or _steps_unseen(broken) > EVERY_FEW:
        return None
    return Finding.on(
        broken.onward,
        strength=_strength(broken),
        text=f"The first {loss.name} that is not finite is point {first + 1} of {len(loss)}, "
        f"at {loss.x_name} {loss.x[first]:g}.",
    )


def _steps_unseen(broken: BadPoints) -> float:
    """Return the steps between the last finite loss, or the start, and the first bad one."""
    return float(broken.onward.x[0]) - _last_finite(broken)


def _last_finite(broken: BadPoints) -> float:
    if broken.first == 0:
        return 0.0
    return float(broken.series.x[broken.first - 1])


def _strength(broken: BadPoints) -> float:
    steps = max(_last_finite(broken), 1.0)
    strength = min(STEPS.strength(steps), FALL.strength(_fall(broken)))
    if np.isnan(broken.onward.y[0]) and not _blew_up(broken):
        return strength
    return min(strength, OVERFLOW)


def _blew_up(broken: BadPoints) -> bool:
    before = np.abs(broken.series.y[: broken.first])
    return len(before) > 1 and bool(before[-1] > GROWN * before[0])


def _fall(broken: BadPoints) -> float:
    """Return the fall of the finite losses as a share of the first one; 0 with fewer than two."""
    before = broken.series.y[: broken.first]
    if len(before) < 2:
        return 0.0
    first = float(before[0])
    return (first - float(before[-1])) / (abs(first) or 1.0)
