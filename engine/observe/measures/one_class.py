"""Accuracy and another score that together tell of answers that are all one class of two.

Where all answers are the larger class, whose share is the accuracy a, the F1 of the other class and
its recall are 0, the mean F1 of both is a / (1 + a), and the weighted mean 2 a² / (1 + a).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.observe.measures.series import first_recorded
from engine.observe.measures.stated import n_classes
from engine.run import Case

BY_SCORES = 0.85  # strength where the scores of two classes say so
CLASSES = 2
CLOSE = 0.002  # of the F1 that follows from the accuracy
LEAST_SHARE = 0.55  # of the larger class, above which its F1 differs from that of a guess
STILL = 3  # last evaluations with the same accuracy


@dataclass(frozen=True, slots=True)
class Scores:
    """The last accuracy, and the last value of the F1 or recall beside it.

    is_one_class: the accuracy stands still, and the other score is that of a model that always
        names the larger of two classes.
    """

    share: float
    name: str
    value: float
    is_one_class: bool


def last_scores(case: Case) -> Scores | None:
    """Return the scores of a run of two classes; None without both, or with other classes."""
    accuracy = case.series.get("val_accuracy")
    other = first_recorded(case, ("val_f1", "val_recall"))
    if accuracy is None or other is None or (n_classes(case) or CLASSES) != CLASSES:
        return None
    right, score = accuracy.finite[-STILL:], other.finite[-STILL:]
    if min(len(right), len(score)) < STILL:
        return None
    share = float(right[-1])
    value = float(score[-1])
    is_one_class = False
    if np.ptp(right) == 0 and share >= LEAST_SHARE:
        is_one_class = _is_of_one_class(
            other.name,
            value,
            share,
        )
    return Scores(
        share,
        other.name,
        value,
        is_one_class,
    )


def mean_f1_of_one_class(share: float) -> float:
    """Return the mean F1 of two classes where all answers are the one with this share."""
    return share / (1 + share)


def _is_of_one_class(name: str, score: float, share: float) -> bool:
    if score == 0:
        return True
    if name != "val_f1":
        return False
    mean = mean_f1_of_one_class(share)
    weighted = 2 * share * mean
    distance = min(
        abs(score - mean),
        abs(score - weighted),
    )
    return distance <= CLOSE
