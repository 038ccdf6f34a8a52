"""The validation score that a run reports."""

from __future__ import annotations

import math

import numpy as np

from engine.observe.measures.series import curve
from engine.observe.measures.stated import number
from engine.run import Case, Floats, Series

SCORES = ("val_accuracy", "val_f1", "val_map", "val_iou", "val_auc", "val_r2")
SHARES = frozenset({"val_accuracy", "val_f1"})  # whose sampling error follows from their size
NEIGHBORS = 3


def reported_score(case: Case, least_points: int) -> Series | None:
    """Return the first validation score with as many points; higher is better in all of them."""
    for name in SCORES:
        score = curve(case, name)
        if score is not None and len(score) >= least_points:
            return score
    return None


def means_of_neighbors(values: Floats) -> Floats:
    """Return the mean of each three neighbors; two values fewer than were given, at least one."""
    if len(values) < NEIGHBORS:
        mean = values.mean()
        return np.array([mean])
    weight = 1 / NEIGHBORS
    weights = np.full(NEIGHBORS, weight)
    return np.convolve(values, weights, mode="valid")


def sampling_error(case: Case, score: Series, level: float) -> float:
    """Return the standard error of a share on the validation set; 0 where it is not known."""
    samples = number(case, "n_val")
    if not samples or samples < 1:
        return 0.0
    if score.name not in SHARES:
        return 0.0
    variance = max(level * (1 - level), 0.0)
    return math.sqrt(variance / samples)
