"""Read values off the curves of a run. A curve has one value per epoch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import fmean, median
from typing import Any

Metrics = Mapping[str, Any]  # name -> curve

SCORES = ("val_accuracy", "val_r2", "task_a_accuracy")
LAST = 3  # epochs over which a final value is averaged
EARLY = 5  # epochs over which an early gradient norm is taken


def final(metrics: Metrics, name: str) -> float:
    """Return the mean of the last values, of fewer where the run is shorter.

    Raises KeyError for a curve that was not logged.
    """
    curve = metrics[name]
    last = curve[-LAST:]
    return float(fmean(last))


def final_score(metrics: Metrics) -> float:
    """Return accuracy or R2 on the validation set; on the first task where there are two.

    Raises KeyError for a run that logs no score.
    """
    for name in SCORES:
        if name in metrics:
            return final(metrics, name)
    names = ", ".join(SCORES)
    raise KeyError(f"the run logs none of {names}")


def gap_to_test(run: Metrics, name: str) -> float:
    """Return the validation score minus the test score; above 0, validation is too good."""
    on_validation = final(run, f"val_{name}")
    on_test = final(run, f"test_{name}")
    return on_validation - on_test


def lowest_recall(run: Metrics) -> float:
    """Return the lowest recall at the end.

    Classes without rows, whose recall is None, do not count. Raises ValueError without any class.
    """
    epochs = run["per_class_recall"]
    last = epochs[-1]
    recalls = [recall for recall in last if recall is not None]
    return float(min(recalls))


def roughness(run: Metrics, name: str) -> float:
    """Return the median move per epoch in the second half, as a share of the median value.

    The first half is left out: every loss moves while it falls.
    """
    values: Sequence[float] = run[name]
    half_time = len(values) // 2
    half = values[half_time:]
    moves = []
    for before, after in pairwise(half):
        move = abs(after - before)
        moves.append(move)
    return median(moves) / median(half)


def early_norm(run: Metrics) -> float:
    """Return the median gradient norm of the first epochs, before training changes it much."""
    norms = run["grad_norm"]
    first = norms[:EARLY]
    return float(median(first))
