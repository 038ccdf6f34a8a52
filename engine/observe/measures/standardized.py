"""The loss of a constant answer to a standardized target, inferred from a loss that rests at 1.

Targets are often scaled to a variance of 1, and then the squared error of their mean is 1. A
validation set has a variance of its own, so its loss may rest elsewhere.
"""

from __future__ import annotations

import numpy as np

from engine.observe.measures.once import once_per_case
from engine.observe.measures.robust import median
from engine.observe.measures.run import followed_loss_and_start
from engine.observe.measures.series import part
from engine.observe.measures.settled import has_accuracy
from engine.observe.measures.task import has_no_guess, task_of
from engine.run import Case, Series

VARIANCE = 1.0
CLOSE = 0.01  # by which the level of the second half may lie off
AROUND = 0.1  # by which any point may: a loss that has fallen further has learned something
LEAST_POINTS = 8
TASKS = frozenset({"", "regression"})


@once_per_case
def settled_at_variance(case: Case) -> Series | None:
    """Return the second half of a loss that stays at 1 from the start; None for any other."""
    if task_of(case) not in TASKS or has_no_guess(case) or has_accuracy(case):
        return None
    known = followed_loss_and_start(case, LEAST_POINTS)
    if known is None:
        return None
    loss, _ = known
    distance = np.abs(loss.y - VARIANCE)
    rest = part(loss, len(loss) // 2)
    is_close = abs(median(rest.y) - VARIANCE) <= CLOSE
    return rest if is_close and bool((distance <= AROUND).all()) else None
