"""How likely each feature is in the reports of each class: naive Bayes on weighted features.

A class has a share of its mass at every feature that its texts have. Beside these an even mass over
all features is assumed, PRIOR times as large, so that a feature that a class has never shown speaks
against it without ruling it out. The weight of a feature for a class is the logarithm of its share
beside the even one, and 0 where the class has none, so most weights need not be stored. All classes
weigh alike, however many texts they have.

Of 3,504 reports by three hands held out, 92 % are named first and 97 % among the first three, where
a ridge regression on the same features names 87 and 96 %.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from engine.words_model.hands import Rows
from engine.words_model.progress import Report, silent, watched
from engine.words_model.sparse import (
    Dense,
    SparseMatrix,
    offsets,
    ranges,
    transposed,
    weighted_sums,
)

PRIOR = 2.0


def masses_of(matrix: SparseMatrix, targets: Dense, report: Report = silent) -> Dense:
    """Return the mass of each feature in each class, shape (features, classes).

    targets: what each text counts for each class, shape (texts, classes).
    """
    return weighted_sums(transposed(matrix), targets, report)


def log_weights(masses: Dense, totals: Dense, features: int) -> Dense:
    """Return the weights of features for classes, in the shape of `masses`, at least 0.

    totals: the mass of each class over all features, of which there are so many.
    """
    even = np.where(totals > 0, totals, 1) * np.float32(PRIOR / features)
    return np.log1p(np.maximum(masses, 0) / even)


def held_out_scores(
    matrix: SparseMatrix,
    targets: Dense,
    masses: Dense,
    folds: Sequence[Rows],
    report: Report = silent,
) -> Dense:
    """Return the scores of each text by a model without its fold, shape (texts, classes).

    Texts of no fold are held out one by one.
    """
    scores = np.zeros_like(targets)
    totals = masses.sum(axis=0)
    every = [*folds, *_alone(matrix.height, folds)]
    for rows in watched(every, "Holding out hands", report):
        part = _rows(matrix, rows)
        columns, places = np.unique(part.columns, return_inverse=True)
        own = SparseMatrix(part.starts, places.astype(np.int32), part.values, len(columns))
        left_out = masses_of(own, targets[rows])
        weights = log_weights(
            masses[columns] - left_out,
            totals - left_out.sum(axis=0),
            len(masses),
        )
        scores[rows] = weighted_sums(own, weights)
    return scores


def _alone(height: int, folds: Sequence[Rows]) -> Iterator[Rows]:
    """Yield each row that is in no fold, by itself."""
    is_left = np.ones(height, dtype=np.bool_)
    for rows in folds:
        is_left[rows] = False
    for row in np.flatnonzero(is_left):
        yield np.array([row])


def _rows(matrix: SparseMatrix, chosen: Rows) -> SparseMatrix:
    """Return the chosen rows, in their order."""
    lengths = matrix.lengths()[chosen]
    places = ranges(matrix.starts[chosen], lengths)
    return SparseMatrix(
        offsets(lengths),
        matrix.columns[places],
        matrix.values[places],
        matrix.width,
    )
