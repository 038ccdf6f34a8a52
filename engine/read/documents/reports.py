"""Evaluations of classes as JSON: scikit-learn's classification_report, and confusion matrices."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.read.documents.points import axis_of
from engine.read.parts.class_scores import (
    LEAST_CLASSES,
    ClassScores,
    classes_of_confusion,
    tables_of_classes,
)
from engine.read.parts.numbers import clamped_float
from engine.run import Floats

_PRECISION = "precision"
_RECALL = "recall"
_COUNT = "support"
_PER_CLASS = frozenset({_PRECISION, _RECALL})
_MEANS = frozenset({"macro avg", "micro avg", "weighted avg", "samples avg"})
_OVERALL = "macro avg"


def tables_of_report(report: Mapping[str, object]) -> dict[str, Floats]:
    """Return the scores of each class, shape (1, classes); empty for anything but a report."""
    classes: dict[str, ClassScores] = {}
    for name, row in report.items():
        if name in _MEANS or not isinstance(row, dict) or not row.keys() >= _PER_CLASS:
            continue
        recall = _number(row[_RECALL])
        if recall is None:
            return {}
        classes[name] = ClassScores(
            recall,
            precision=_number(row[_PRECISION]),
            examples=_number(row.get(_COUNT)),
        )
    return tables_of_classes([classes])


def _number(value: object) -> float | None:
    """Return a value that is a number and no truth value."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return clamped_float(value)
    return None


def overall_scores(report: Mapping[str, object]) -> dict[str, object]:
    """Return the scores of all classes together: the accuracy and the plain means."""
    scores = {key: value for key, value in report.items() if not isinstance(value, dict)}
    means = report.get(_OVERALL)
    if isinstance(
        means,
        dict,
    ):
        scores |= {f"macro_{key}": value for key, value in means.items() if key != _COUNT}
    return scores


def tables_of_confusion(matrix: object) -> dict[str, Floats]:
    """Return the scores of each class of a square matrix of counts, shape (1, classes).

    The rows are the true classes. Empty for anything else.
    """
    if (
        not isinstance(
            matrix,
            list,
        )
        or len(matrix) < LEAST_CLASSES
    ):
        return {}
    rows = [axis_of(row) for row in matrix]
    counts = [row for row in rows if row is not None and len(row) == len(matrix)]
    if len(counts) != len(matrix):
        return {}
    table = np.array(counts)
    if (table < 0).any():
        return {}
    return tables_of_classes([classes_of_confusion(table.tolist())])
