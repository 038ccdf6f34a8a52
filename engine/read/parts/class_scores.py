"""Scores of single classes as tables of a case: recall, precision and number of true examples.

The three belong to one evaluation and have the same classes in the same order, so that the number
of times a class is predicted follows from them: examples x recall / precision.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from engine.run import Floats

RECALL = "per_class_recall"
PRECISION = "per_class_precision"
COUNT = "per_class_count"
TABLES = (RECALL, PRECISION, COUNT)  # in the order of the fields of ClassScores
LEAST_CLASSES = 2


class ClassScores(NamedTuple):
    """How one class fares in one evaluation.

    recall: from 0 to 1; NaN where the class has no examples.
    precision: from 0 to 1; NaN where the class is never predicted, None where it is not stated.
    examples: true ones of the class, None where they are not counted.
    """

    recall: float
    precision: float | None = None
    examples: float | None = None


Classes = Mapping[str, ClassScores]


def tables_of_classes(evaluations: Sequence[Classes]) -> dict[str, Floats]:
    """Return tables of shape (evaluations, classes), by name.

    Empty unless all evaluations with classes have the same, two at least. A table is left out where
    one of its values is not stated.
    """
    filled = [each for each in evaluations if each]
    names = set(map(tuple, filled))
    if len(names) != 1:
        return {}
    if len(filled[0]) < LEAST_CLASSES:
        return {}
    tables: dict[str, Floats] = {}
    for place, name in enumerate(TABLES):
        rows = [_column(each, place) for each in filled]
        if any(None in row for row in rows):
            continue
        tables[name] = np.array(rows, dtype=np.float64)
    return tables


def _column(
    classes: Classes,
    place: int,
) -> list[float | None]:
    return [scores[place] for scores in classes.values()]


def classes_of_confusion(matrix: Floats) -> dict[str, ClassScores]:
    """Return the scores of each class of a square of counts, whose rows are the true classes.

    The classes are named by their numbers. Shares instead of counts tell the recall alone.
    """
    right = matrix.diagonal()
    true = matrix.sum(axis=1)
    recalls = _shares(right, true)
    if not _are_counts(matrix):
        return {str(number): ClassScores(recall) for number, recall in enumerate(recalls)}
    predicted = matrix.sum(axis=0)
    precisions = _shares(right, predicted)
    found: dict[str, ClassScores] = {}
    for number, recall in enumerate(recalls):
        name = str(number)
        found[name] = ClassScores(
            recall,
            precision=precisions[number],
            examples=float(true[number]),
        )
    return found


def _are_counts(matrix: Floats) -> bool:
    is_whole = np.floor(matrix) == matrix
    return bool(is_whole.all())


def _shares(
    parts: Floats,
    wholes: Floats,
) -> list[float]:
    """Return parts over wholes, NaN over zero."""
    with np.errstate(
        invalid="ignore",
        divide="ignore",
        over="ignore",
    ):
        shares: list[float] = (parts / wholes).tolist()
    return shares


def without_scores(classes: Mapping[str, Floats]) -> dict[str, Floats]:
    """Return the tables that are no scores of classes, beside which another evaluation fits."""
    return {name: table for name, table in classes.items() if name not in TABLES}


def beside(
    kept: Mapping[str, Floats],
    further: Mapping[str, Floats],
) -> dict[str, Floats]:
    """Return the kept tables and the further ones; the first of one name stays.

    Scores of another evaluation are left out as a whole: a precision of one and a recall of another
    would tell a number of predictions that nobody made.
    """
    if not kept.keys().isdisjoint(TABLES):
        further = without_scores(further)
    new = {name: table for name, table in further.items() if name not in kept}
    return {**kept, **new}
