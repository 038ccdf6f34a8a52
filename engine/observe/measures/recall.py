"""Recall of each class at the end of the run."""

from __future__ import annotations

import math

import numpy as np

from engine.observe.measures.evaluated import LEAST_CLASSES, RECALL, evaluated_counts
from engine.observe.measures.once import once_per_case
from engine.observe.measures.series import any_points, final_level
from engine.observe.measures.stated import class_shares
from engine.run import Case, Floats

TABLE = RECALL


@once_per_case
def final_recalls(case: Case) -> Floats | None:
    """Return the median recall, 0 to 1, of each class over the last tenth of the run.

    Classes without samples are left out, so a place is that of `classes_with_samples`. None with
    fewer than two classes.
    """
    last = _last_rows(case)
    if last is None:
        return None
    classes = classes_with_samples(case)
    if len(classes) < LEAST_CLASSES:
        return None
    medians = np.median(last[:, classes], axis=0)
    return np.asarray(medians, dtype=np.float64)


def classes_with_samples(case: Case) -> list[int]:
    """Return the numbers, from 0, of the classes that have samples at the end of the run.

    Reports print a recall of 0 for a class without samples, and tell by its support that it is one.
    """
    last = _last_rows(case)
    if last is None:
        return []
    has_samples = np.isfinite(last).all(axis=0)
    counts = evaluated_counts(case)
    if counts is not None and len(counts) == last.shape[1]:
        has_samples = has_samples & (counts > 0)
    numbers: list[int] = np.flatnonzero(has_samples).tolist()
    return numbers


def share_right(
    case: Case,
    recalls: Floats,
) -> float:
    """Return the recall over all samples, which is the accuracy, from those of the classes.

    All classes count alike where neither their shares nor an accuracy are known.
    """
    shares = class_shares(case)
    if shares is not None and len(shares) == len(recalls):
        return float(recalls @ shares)
    accuracy = any_points(case, "val_accuracy")
    if accuracy is not None:
        return final_level(accuracy.y)
    return float(recalls.mean())


def _last_rows(case: Case) -> Floats | None:
    """Return the last tenth of the table, at least two of its rows where it has them."""
    table = case.classes.get(TABLE)
    if table is None or table.ndim != 2:
        return None
    if not len(table):
        return None
    tenth = math.ceil(len(table) / 10)
    points = max(2, tenth)
    return table[-points:]
