"""The number of classes among which a model guesses, where its loss and its accuracy agree on one.

A guess among K classes has a loss of ln K and an accuracy of 1 / K. One alone may be so by chance;
both together are not, so that one point of a log is enough.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from engine.observe.measures.once import once_per_case
from engine.observe.measures.robust import median
from engine.observe.measures.series import any_points, final_level
from engine.observe.measures.task import has_no_guess
from engine.run import Case, Series

MOST_CLASSES = 100_000
EXACT = 0.01  # of ln K, and ten times that of 1 / K
ABOVE = 0.08  # of ln K, by which a guess that is not quite even lies above it
AROUND = 0.15  # of 1 / K, in which the accuracy of such a guess scatters
SETTLED = 0.05  # of its size, by which such a loss may move after the first quarter
MANY_POINTS = 4  # from which a guess that is not quite even can be told


@dataclass(frozen=True, slots=True)
class Agreement:
    """A loss and an accuracy that both are those of a guess.

    is_exact: within one part in a hundred of ln K and in ten of 1 / K.
    """

    classes: int
    loss: Series
    accuracy: Series
    is_exact: bool


@once_per_case
def guess_among(case: Case) -> Agreement | None:
    """Return what loss and accuracy at the end agree on; None where they do not agree.

    The training curves come first; the validation curves where those are missing.
    """
    if has_no_guess(case):
        return None
    for part in ("train", "val"):
        loss = any_points(case, f"{part}_loss")
        accuracy = any_points(case, f"{part}_accuracy")
        if loss is not None and accuracy is not None:
            return _agreement(loss, accuracy)
    loss = any_points(case, "train_loss")
    accuracy = any_points(case, "val_accuracy")
    if loss is None or accuracy is None:
        return None
    return _agreement(loss, accuracy)


def _agreement(loss: Series, accuracy: Series) -> Agreement | None:
    right = final_level(accuracy.y)
    if not 1 / MOST_CLASSES <= right <= 0.75:
        return None
    classes = round(1 / right)
    if classes < 2:
        return None
    above = final_level(loss.y) / math.log(classes) - 1
    beside = abs(right * classes - 1)
    if abs(above) <= EXACT and beside <= 10 * EXACT:
        return Agreement(classes, loss, accuracy, is_exact=True)
    if -EXACT <= above <= ABOVE and beside <= AROUND and _is_settled(loss):
        return Agreement(classes, loss, accuracy, is_exact=False)
    return None


def _is_settled(loss: Series) -> bool:
    """Return whether the loss keeps its level after the first quarter."""
    if len(loss) < MANY_POINTS:
        return False
    later = loss.y[len(loss) // 4 :]
    half = len(later) // 2
    moved = abs(median(later[:half]) - median(later[half:]))
    return moved <= SETTLED * abs(final_level(loss.y))
