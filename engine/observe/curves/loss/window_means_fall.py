"""The loss jumps from step to step, yet the means of consecutive windows keep falling.

The loss of single steps is cut into ten windows of equal length. Seven or more of the nine changes
between their means must go down, and the last mean must lie four standard errors below the first. A
level curve of independent values has seven of nine in 1.3 % of cases.
"""

from __future__ import annotations

import math

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import ratio, share_of_steps_up
from engine.observe.measures.run import step_loss
from engine.run import Case, Floats

SYMPTOM = "window-means-fall"
DOWN = Band(
    4.5,
    7.5,
    source="closed-form",
    note="of nine changes; seven or more in 1.3 % of level curves",
)
FALL = Band(
    2.0,
    6.0,
    source="closed-form",
    note="from the first window to the last, in standard errors",
)
JUMPS = Band(
    0.15,
    0.35,
    source="judgment",
    note="share of steps that go up; 0.5 where single batches decide",
)
WINDOWS = 10
LEAST_POINTS = 40


def observe(case: Case) -> Finding | None:
    loss = step_loss(case)
    if loss is None or len(loss) < LEAST_POINTS:
        return None
    width = len(loss) // WINDOWS
    windows = loss.y[: width * WINDOWS].reshape(WINDOWS, width)
    means = windows.mean(axis=1)
    down = int((np.diff(means) < 0).sum())
    fall = float(means[0] - means[-1])
    errors = ratio(fall, _error(windows))
    ups = share_of_steps_up(loss.y)
    return Finding.on(
        loss,
        strength=min(DOWN.strength(down), FALL.strength(errors), JUMPS.strength(ups)),
        text=f"{loss.name} goes up in {ups:.0%} of its steps; the means of ten windows fall in "
        f"{down} of 9 changes, from {means[0]:.3g} to {means[-1]:.3g}.",
    )


def _error(windows: Floats) -> float:
    """Return the standard error of the difference of the first mean and the last."""
    first, last = windows[0], windows[-1]
    return math.sqrt((float(first.var()) + float(last.var())) / windows.shape[1])
