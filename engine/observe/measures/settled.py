"""The loss of a guess among K classes, inferred from where a loss comes to rest.

Nobody states the number of classes of a run that is only seen by its losses. A model whose answers
do not depend on the input ends at ln K, whatever it has done before, and stays there. Only a loss
that stands still says so, and only about a common K.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from engine.observe.measures.once import once_per_case
from engine.observe.measures.robust import median
from engine.observe.measures.run import followed_loss_and_start, validation_loss
from engine.observe.measures.series import final_level, part
from engine.observe.measures.task import DETECTION, task_of
from engine.run import Case, Floats, Series

CLASSES = (2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000)
COMMON = frozenset({2, 3, 4, 5, 10, 20, 100, 1000})
CLOSE = 0.01  # of ln K
LOWEST = 0.03  # of ln K, by which the lowest value may lie above it where the loss hovers
VERY_CLOSE = 0.006  # where the loss has fallen to that level
LOWER = 0.8  # of ln K, below which the loss has been lower before
ABOVE = 0.05  # of ln K, by which a guess that is badly calibrated may lie above it
FALL = 0.1  # of ln K, above which a loss has fallen to it
STEADY = 0.01  # of ln K, by which the last quarter may differ from the one before it
LEAST_POINTS = 4
LEAST_AFTER_A_FALL = 8
OTHER_SCALES = frozenset({"regression", DETECTION, "vae", "diffusion", "density"})


@dataclass(frozen=True, slots=True)
class Guess:
    """Where a loss rests: at the loss of a guess among so many classes.

    has_fallen: it began well above that level. rest: the second half of the loss.
    """

    classes: int
    loss: float
    has_fallen: bool
    rest: Series


@once_per_case
def settled_at_guess(case: Case) -> Guess | None:
    """Return the guess at whose loss the run rests in its second half; None where it does not.

    An accuracy that is recorded would have to agree, so such a run is not judged here.
    """
    if task_of(case) in OTHER_SCALES:
        return None
    if has_accuracy(case):
        return None
    known = followed_loss_and_start(case, LEAST_POINTS)
    if known is None:
        return None
    loss, start = known
    half = len(loss) // 2
    rest = part(loss, half)
    drift = _drift(rest.y)
    level = median(rest.y)
    lowest = float(loss.y.min())
    for classes in CLASSES:
        guess = math.log(classes)
        has_fallen = _has_fallen(lowest, start, guess)
        if has_fallen and not _can_tell(loss, classes):
            continue
        if not drift <= STEADY * guess:  # infinite values have none
            continue
        if not _agrees(case, guess):
            continue
        if _rests_at(guess, level, has_fallen) or _hovers_above(case, guess, rest.y):
            return Guess(classes, guess, has_fallen, rest)
    return None


def _has_fallen(
    lowest: float,
    start: float,
    guess: float,
) -> bool:
    """Return whether the loss comes from above the guess and has not been below it."""
    return start > (1 + FALL) * guess and lowest > LOWER * guess


def _can_tell(loss: Series, classes: int) -> bool:
    return classes in COMMON and len(loss) >= LEAST_AFTER_A_FALL


def _rests_at(
    guess: float,
    level: float,
    has_fallen: bool,
) -> bool:
    close = VERY_CLOSE if has_fallen else CLOSE
    distance = level / guess - 1
    return abs(distance) <= close


def _hovers_above(case: Case, guess: float, rest: Floats) -> bool:
    """Return whether both losses stay a little above the guess, and one of them comes near it."""
    held_out = validation_loss(case)
    if held_out is None or len(held_out) < LEAST_AFTER_A_FALL:
        return False
    half = len(held_out) // 2
    late = held_out.y[half:]
    both = np.concatenate([rest, late])
    lowest = float(both.min()) / guess - 1
    near = -CLOSE <= lowest <= LOWEST
    for values in (rest, late):
        level = median(values) / guess - 1
        if not 0 <= level <= ABOVE:
            return False
    return near


def _drift(values: Floats) -> float:
    """Return how far the levels of the last two quarters of the run lie apart."""
    half = len(values) // 2
    before = median(values[:half])
    after = median(values[half:])
    return abs(before - after)


def _agrees(case: Case, guess: float) -> bool:
    """Return whether the validation loss, where there is one, rests near the guess as well."""
    held_out = validation_loss(case)
    if held_out is None:
        return True
    distance = final_level(held_out.y) / guess - 1
    return -CLOSE <= distance <= ABOVE


def has_accuracy(case: Case) -> bool:
    """Return whether an accuracy is recorded, which tells of a guess more surely than a loss."""
    return not case.series.keys().isdisjoint({"train_accuracy", "val_accuracy"})
