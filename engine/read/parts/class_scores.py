"""Scores of single classes as tables of a case: recall, precision and number of true examples.

The three belong to one evaluation and have the same classes in the same order, so that the number
of times a class is predicted follows from them: examples x recall / precision.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import chain
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
    columns = [
        tuple(
            zip(
                *each.values(),
                strict=True,
            )
        )
        for each in filled
    ]
    for place, name in enumerate(TABLES):
        rows = [each[place] for each in columns]
        if any(None in row for row in rows):
            continue
        tables[name] = np.array(rows, dtype=np.float64)
    return tables


def classes_of_confusion(rows: Sequence[Sequence[float]]) -> dict[str, ClassScores]:
    """Return the scores of each class of a square of counts, whose rows are the true classes.

    The classes are named by their numbers. Shares instead of counts tell the recall alone. The
    square is a list of lists, for most have few classes and a log may print thousands.
    """
    right = [row[number] for number, row in enumerate(rows)]
    true = list(map(sum, rows))
    recalls = list(map(_share, right, true))
    scores = map(ClassScores, recalls)
    if _are_counts(rows):
        columns = zip(
            *rows,
            strict=True,
        )
        predicted = map(sum, columns)
        precisions = map(
            _share,
            right,
            predicted,
        )
        scores = map(
            ClassScores,
            recalls,
            precisions,
            true,
        )
    numbers = range(len(rows))
    named = zip(
        map(str, numbers),
        scores,
        strict=False,
    )
    return dict(named)


def _are_counts(rows: Sequence[Sequence[float]]) -> bool:
    values = chain.from_iterable(rows)
    return all(
        map(
            float.is_integer,
            values,
        )
    )


def _share(
    part: float,
    whole: float,
) -> float:
    """Return a part of a whole, NaN of nothing."""
    return part / whole if whole else math.nan


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
