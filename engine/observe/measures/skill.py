"""How much of the task is learned: 0 for the best constant prediction, 1 for perfect."""

from __future__ import annotations

import math

from engine.observe.measures.guess import (
    chance_loss,
    guessing_accuracy,
    guessing_accuracy_held_out,
)
from engine.observe.measures.once import once_per_case
from engine.observe.measures.robust import quantile
from engine.observe.measures.run import train_loss, validation_loss
from engine.observe.measures.series import curve, final_level
from engine.run import Case, Floats

# Cross-entropy costs at least ln 2 a wrong answer. A loss below this share of that bound, as after
# a wrong reduction, does not measure learning.
OUT_OF_SCALE = 0.3


@once_per_case
def unlearned(case: Case) -> float | None:
    """Return the share of the task not learned on the training data at the end of the run.

    0 is everything learned, 1 as good as a constant prediction; it may exceed 1. The smaller of
    the shares by loss and by accuracy; None with neither. Without known classes an accuracy is
    compared with 0.
    """
    shares = (_unlearned_loss(case), _unlearned_accuracy(case))
    known = [share for share in shares if share is not None]
    return min(known, default=None)


def _unlearned_loss(case: Case) -> float | None:
    loss = train_loss(case)
    chance = chance_loss(case)
    if loss is None:
        return None
    if not chance:
        return None
    final = final_level(loss.y)
    accuracy = curve(case, "train_accuracy")
    if accuracy is not None and _is_out_of_scale(final, final_level(accuracy.y)):
        return None
    return final / chance


def _is_out_of_scale(loss: float, accuracy: float) -> bool:
    """Return whether the loss is far lower than its wrong answers allow."""
    wrong = 1 - accuracy
    return loss < OUT_OF_SCALE * wrong * math.log(2)


def _unlearned_accuracy(case: Case) -> float | None:
    accuracy = curve(case, "train_accuracy")
    guess = guessing_accuracy(case) or 0.0
    if accuracy is None:
        return None
    if guess >= 1:
        return None
    wrong = 1 - final_level(accuracy.y)
    return wrong / (1 - guess)


@once_per_case
def validation_skill(case: Case) -> tuple[float, str] | None:
    """Return the best level that a validation score keeps, and the name of its series.

    0 for a constant prediction, 1 for perfect, below 0 for worse; None without a score to compare.
    A score comes before the loss, because its scale is the same for all tasks.
    """
    guesses = {"val_accuracy": guessing_accuracy_held_out(case), "val_r2": 0.0}
    for name, guess in guesses.items():
        score = curve(case, name)
        if score is None or guess is None or guess >= 1:
            continue
        above = best_kept(score.y) - guess
        return above / (1 - guess), name
    skill_by_loss = validation_loss_skill(case)
    if skill_by_loss is None:
        return None
    return skill_by_loss, "val_loss"


def validation_loss_skill(case: Case) -> float | None:
    """Return the share of a constant prediction's loss that is gone on validation data.

    1 for a loss of zero, below 0 for one above that of the prediction; None without a scale.
    """
    loss = validation_loss(case)
    chance = chance_loss(case)
    if loss is None or not chance:
        return None
    left = lowest_kept(loss.y) / chance
    return 1 - left


def best_level(score: Floats) -> float:
    """Return the 90th percentile: a level that the score reached more than once."""
    return quantile(score, 0.9)


def best_kept(score: Floats) -> float:
    """Return the upper quartile, or the final level when that is higher: no single lucky point."""
    quartile = quantile(score, 0.75)
    return max(quartile, final_level(score))


def lowest_kept(loss: Floats) -> float:
    """Return the lower quartile, or the final level when that is lower: no single lucky point."""
    quartile = quantile(loss, 0.25)
    return min(quartile, final_level(loss))
