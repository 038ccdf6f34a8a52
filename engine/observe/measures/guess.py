"""Loss and accuracy of the best constant prediction, against which learning is measured."""

from __future__ import annotations

import math

import numpy as np

from engine.observe.measures.once import once_per_case
from engine.observe.measures.robust import median
from engine.observe.measures.run import first_loss, train_loss
from engine.observe.measures.series import curve, paired
from engine.observe.measures.stated import (
    class_shares,
    has_chosen_threshold,
    is_regression,
    n_classes,
    number,
    stated_shares,
    word,
)
from engine.observe.measures.task import has_no_guess
from engine.run import Case, Floats

SQUARED = frozenset({"", "mse", "mse_loss", "mseloss", "l2", "squared_error", "mean_squared_error"})
PERFECT_R2 = 0.999  # above it, 1 - R2 is too small to divide by
AGREEING = 3.0  # a stated and an implied variance may differ by this factor
MOST_DEVIATION = 1e100  # of the target; its square must not overflow
TEN_CLASSES = math.log(10)


@once_per_case
def chance_loss(case: Case) -> float | None:
    """Return the loss of the best constant prediction.

    That is the entropy of the stated class shares in nats, ln K for K classes of unknown shares, or
    the variance of the target under a squared loss. None where the loss has another scale, or where
    neither classes nor variance are known. Evaluated examples do not tell the shares of training.
    """
    if has_no_guess(case):
        return None
    if is_regression(case):
        return _target_variance(case)
    shares = stated_shares(case)
    if shares is not None:
        present = shares[shares > 0]
        return float(-(present * np.log(present)).sum()) or None
    classes = n_classes(case)
    return math.log(classes) if classes else None


def untrained_loss(case: Case) -> float | None:
    """Return the loss of equal chances for all classes, or the variance of the target.

    It differs from `chance_loss` where the classes are uneven. None where the loss has another
    scale, or where neither classes nor variance are known.
    """
    if has_no_guess(case):
        return None
    classes = n_classes(case)
    if is_regression(case) or classes is None:
        return chance_loss(case)
    return math.log(classes)


def loss_scale(case: Case) -> float | None:
    """Return the loss of a constant prediction; fall back to the initial training loss.

    The fallback leaves out a blow-up in the first quarter, and is at most ln 10 where an accuracy
    shows that the loss is one of classes. None without a training loss that measures the task.
    """
    chance, loss, first = chance_loss(case), train_loss(case), first_loss(case)
    if chance or loss is None or first is None:
        return chance
    level = first
    if len(loss) >= 8:
        level = min(first, median(loss.y[: max(1, len(loss) // 4)]))
    if curve(case, "train_accuracy") or curve(case, "val_accuracy"):
        return min(level, TEN_CLASSES)
    return level


def guessing_accuracy(case: Case) -> float | None:
    """Return the accuracy of always naming the most frequent class of the data.

    None without known classes, and where a chosen threshold makes accuracies incomparable.
    """
    return _share_of_largest(case, stated_shares(case))


def guessing_accuracy_held_out(case: Case) -> float | None:
    """Return the same for the evaluated examples, whose classes a report may have counted."""
    return _share_of_largest(case, class_shares(case))


def _share_of_largest(
    case: Case,
    shares: Floats | None,
) -> float | None:
    if has_chosen_threshold(case):
        return None
    if shares is not None:
        return float(shares.max())
    classes = n_classes(case)
    return 1 / classes if classes else None


def _target_variance(case: Case) -> float | None:
    if word(case, "loss") not in SQUARED:
        return None
    stated, implied = _stated_variance(case), _implied_variance(case)
    if implied is None:
        return stated
    # The loss may be taken on a scaled target: then the variance that loss and R2 imply is right.
    if stated and 1 / AGREEING < implied / stated < AGREEING:
        return stated
    return implied


def _stated_variance(case: Case) -> float | None:
    deviation = number(case, "target_std")
    if not deviation or abs(deviation) >= MOST_DEVIATION:
        return None
    return deviation * deviation


def _implied_variance(case: Case) -> float | None:
    """Return the variance that makes 1 - loss / variance equal to the recorded R2."""
    scores = paired(case, "val_loss", "val_r2")
    if scores is None:
        return None
    loss, r2 = scores
    usable = (r2 < PERFECT_R2) & (loss > 0)
    if not usable.any():
        return None
    return median(loss[usable] / (1 - r2[usable]))
