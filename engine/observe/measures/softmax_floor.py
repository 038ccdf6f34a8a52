"""The lowest loss that a softmax can reach when it is fed with probabilities.

Its inputs lie between 0 and 1, so with K classes the right one gets at most e / (e + K - 1), and
the loss stays above ln(e + K - 1) - 1. Nobody states K of a run that is only seen by its losses,
but both ends of such a curve depend on it: it begins near ln K and comes to rest on that floor.
Two classes are left out: many a healthy binary task begins at 0.69 and ends at 0.32. So is a loss
that repeats to the last digit, which rests because the weights do.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from engine.observe.measures.repeated import repeated_losses
from engine.observe.measures.robust import median
from engine.observe.measures.run import followed_loss_and_start, validation_loss
from engine.observe.measures.series import after_first_third, final_level
from engine.observe.measures.task import has_no_guess
from engine.run import Case, Series

CLASSES = (3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000)
START = (0.7, 1.15)  # first loss over ln K; the mean of a first epoch has fallen a part of the way
ABOVE = 0.06  # of the way from the floor to ln K, at which a finished run ends at the most
BELOW = 0.01  # of the floor, by which noise may go below it
STEADY = 0.1  # of the way, by which the loss may still move in its last two thirds
GAP = 0.25  # of the way, by which validation may end above training
FROZEN = 0.3  # share of the points that repeat, at the most
LEAST_POINTS = 8


@dataclass(frozen=True, slots=True)
class Rest:
    """Where a loss came to rest: on the floor for so many classes. loss: its last two thirds."""

    classes: int
    floor: float
    loss: Series


def softmax_floor(classes: int) -> float:
    """Return the lowest cross-entropy, in nats, of a softmax over probabilities."""
    return math.log(math.e + classes - 1) - 1


def at_softmax_floor(case: Case) -> Rest | None:
    """Return the floor on which training and validation loss rest; None without both or one."""
    known = followed_loss_and_start(case, LEAST_POINTS)
    held_out = validation_loss(case)
    if known is None or held_out is None or len(held_out) < LEAST_POINTS or has_no_guess(case):
        return None
    loss, start = known
    late = after_first_third(loss)
    for classes in CLASSES:
        guess, floor = math.log(classes), softmax_floor(classes)
        if not START[0] <= start / guess <= START[1]:
            continue
        if _rests(loss, late, held_out, guess, floor):
            return None if _is_frozen(case) else Rest(classes, floor, late)
    return None


def _is_frozen(case: Case) -> bool:
    return any(stretch.share > FROZEN for stretch in repeated_losses(case))


def _rests(
    loss: Series,
    late: Series,
    held_out: Series,
    guess: float,
    floor: float,
) -> bool:
    way = guess - floor
    final = final_level(loss.y)
    above = final - floor
    gap = final_level(held_out.y) - final
    if above > ABOVE * way or abs(gap) > GAP * way:
        return False
    lowest = min(
        float(loss.y.min()),
        float(held_out.y.min()),
    )
    third = len(late) // 3
    early = median(late.y[: third + 1])
    moved = abs(early - final)
    is_above = lowest >= (1 - BELOW) * floor
    return is_above and moved <= STEADY * way
