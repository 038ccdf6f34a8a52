"""What an evaluation tells of each class: how often it occurs and how often it is predicted."""

from __future__ import annotations

import numpy as np

from engine.run import Case, Floats

RECALL = "per_class_recall"
PRECISION = "per_class_precision"
COUNT = "per_class_count"
LEAST_CLASSES = 2
MOST_EXAMPLES = 1e15  # beyond it a count is no whole number of its own
# Below it the two digits that reports print say too little about recall over precision.
LEAST_PRECISION = 0.05


def evaluated_counts(case: Case) -> Floats | None:
    """Return the true examples of each class in the last evaluation; None without usable ones."""
    counts = last_row(case, COUNT)
    if counts is None:
        return None
    if len(counts) < LEAST_CLASSES:
        return None
    is_usable = (counts >= 0) & (counts < MOST_EXAMPLES)
    if not is_usable.all():
        return None
    return counts if counts.any() else None


def predicted_per_true(case: Case) -> Floats | None:
    """Return how often each class is predicted in the last evaluation for each time it occurs.

    That is recall / precision, 1 where both numbers are the same. A class that is never predicted
    has no precision (NaN) and a rate of 0. NaN where the rate is not known: no examples, or a
    precision near 0, which reports also print for a class that is never predicted. None without
    both tables of the same evaluation.
    """
    recall = last_row(case, RECALL)
    precision = last_row(case, PRECISION)
    if recall is None or precision is None:
        return None
    if len(recall) != len(precision):
        return None
    if len(recall) < LEAST_CLASSES:
        return None
    rates = np.full_like(recall, np.nan)
    is_told = np.isfinite(recall) & (precision >= LEAST_PRECISION)
    rates[is_told] = recall[is_told] / precision[is_told]
    is_never_predicted = np.isnan(precision) & (recall == 0)
    rates[is_never_predicted] = 0.0
    return rates


def last_row(case: Case, name: str) -> Floats | None:
    """Return the last row of a table of classes; None where there is no such table."""
    table = case.classes.get(name)
    if table is None or table.ndim != 2:
        return None
    if not len(table):
        return None
    return np.asarray(table[-1], dtype=np.float64)
