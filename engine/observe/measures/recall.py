"""Recall of each class at the end of the run."""

from __future__ import annotations

import math

import numpy as np

from engine.observe.measures.once import once_per_case
from engine.run import Case, Floats

TABLE = "per_class_recall"
LEAST_CLASSES = 2


@once_per_case
def final_recalls(case: Case) -> Floats | None:
    """Return the median recall of each class over the last tenth of the run.

    Classes without samples are left out; None with fewer than two classes.
    """
    table = case.classes.get(TABLE)
    if table is None or table.ndim != 2:
        return None
    if not len(table):
        return None
    tenth = math.ceil(len(table) / 10)
    points = max(2, tenth)
    last = table[-points:]
    has_samples = np.isfinite(last).all(axis=0)
    if has_samples.sum() < LEAST_CLASSES:
        return None
    medians = np.median(last[:, has_samples], axis=0)
    return np.asarray(medians, dtype=np.float64)
