"""Evaluations of classes as JSON: scikit-learn's classification_report, and confusion matrices."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.read.documents.points import axis_of
from engine.run import Floats

_RECALL = "recall"
_PER_CLASS = frozenset({"precision", _RECALL})
_MEANS = frozenset({"macro avg", "micro avg", "weighted avg", "samples avg"})
_OVERALL = "macro avg"
_LEAST_CLASSES = 2


def class_recalls(report: Mapping[str, object]) -> Floats | None:
    """Return the recall of each class, shape (1, classes); None for anything but a report."""
    recalls: list[float] = []
    for name, row in report.items():
        if name in _MEANS or not isinstance(row, dict) or not row.keys() >= _PER_CLASS:
            continue
        recall = row[_RECALL]
        if isinstance(recall, bool) or not isinstance(
            recall,
            int | float,
        ):
            return None
        recalls.append(float(recall))
    if len(recalls) < _LEAST_CLASSES:
        return None
    return np.array([recalls])


def overall_scores(report: Mapping[str, object]) -> dict[str, object]:
    """Return the scores of all classes together: the accuracy and the plain means."""
    scores = {key: value for key, value in report.items() if not isinstance(value, dict)}
    means = report.get(_OVERALL)
    if isinstance(
        means,
        dict,
    ):
        scores |= {f"macro_{key}": value for key, value in means.items() if key != "support"}
    return scores


def recalls_of_confusion(matrix: object) -> Floats | None:
    """Return the recall of each class of a square matrix of counts (rows are the true classes)."""
    if (
        not isinstance(
            matrix,
            list,
        )
        or len(matrix) < _LEAST_CLASSES
    ):
        return None
    rows = [axis_of(row) for row in matrix]
    counts = [row for row in rows if row is not None and len(row) == len(matrix)]
    if len(counts) != len(matrix):
        return None
    table = np.array(counts)
    if (table < 0).any():
        return None
    totals = table.sum(axis=1)
    with np.errstate(
        invalid="ignore",
        divide="ignore",
        over="ignore",
    ):
        recalls: Floats = np.diag(table) / totals
    return recalls.reshape(
        1,
        len(matrix),
    )
