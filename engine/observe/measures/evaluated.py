"""What an evaluation tells of each class: how often it occurs."""

from __future__ import annotations

import numpy as np

from engine.run import Case, Floats

COUNT = "per_class_count"
LEAST_CLASSES = 2
MOST_EXAMPLES = 1e15  # beyond it a count is no whole number of its own


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


def last_row(case: Case, name: str) -> Floats | None:
    """Return the last row of a table of classes; None where there is no such table."""
    table = case.classes.get(name)
    if table is None or table.ndim != 2:
        return None
    if not len(table):
        return None
    return np.asarray(table[-1], dtype=np.float64)
