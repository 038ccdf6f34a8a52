"""Drop the weights that move the scores least, and store the others as whole numbers of one byte.

A constant added to all classes does not change a softmax, so the median weight of each feature is
taken off first: most classes share about the same small negative weight, which is then near zero
and dropped.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.words_model.sparse import Dense, SparseMatrix, offsets, ranges

LEVELS = 127  # largest absolute value of a stored weight

# Named right first and among the first three, of 2,135 reports held out, with 296 classes: 52.1 %
# and 72.3 % with all 70,949 weights of a class in single precision; 52.2 and 72.4 with 12,000; 52.0
# and 72.3 with 8,000; 51.9 and 72.4 with 6,000; 51.3 and 72.3 with 4,000; 49.7 and 71.3 with 2,000.
# Without taking off the median, 51.7 and 72.3 with 8,000.
WEIGHTS_PER_CLASS = 8_000


@dataclass(frozen=True, slots=True, eq=False)
class PrunedWeights:
    """Weights by feature; those that are not stored are zero.

    Feature `i` has the weight `levels[j] * scales[i]` for class `classes[j]`, with `j` from
    `starts[i]` up to, not with, `starts[i + 1]`.
    """

    starts: NDArray[np.int64]  # (features + 1)
    classes: NDArray[np.uint16]  # ascending within a feature
    levels: NDArray[np.int8]
    scales: Dense  # (features)

    def scores(
        self,
        columns: NDArray[np.intp],
        values: Dense,
        classes: int,
    ) -> NDArray[np.float64]:
        """Return the score of each class for the features of one text."""
        lengths = self.starts[columns + 1] - self.starts[columns]
        places = ranges(self.starts[columns], lengths)
        terms = np.repeat(values * self.scales[columns], lengths) * self.levels[places]
        scores = np.bincount(self.classes[places], weights=terms, minlength=classes)
        return scores.astype(np.float64)  # of a text without features they are whole numbers


def usage(matrix: SparseMatrix) -> Dense:
    """Return the root mean square of each column: how much a feature's weights can move a score."""
    squares = np.bincount(matrix.columns, weights=matrix.values**2, minlength=matrix.width)
    return np.sqrt(squares / matrix.height).astype(np.float32)


def prune(weights: Dense, use: Dense, kept: int) -> PrunedWeights:
    """Keep the `kept` weights of the largest product with the feature's `use`.

    `weights` has the shape (features, classes).
    """
    centered = weights - np.median(weights, axis=1, keepdims=True)
    scales = np.abs(centered).max(axis=1) / np.float32(LEVELS)
    divisors = np.where(scales > 0, scales, 1)
    levels = np.rint(centered / divisors[:, None]).astype(np.int8)

    importance = np.abs(centered) * use[:, None]
    chosen = (importance >= _least_kept(importance, kept)) & (levels != 0)
    _, classes = np.nonzero(chosen)
    starts = offsets(np.count_nonzero(chosen, axis=1))
    return PrunedWeights(starts, classes.astype(np.uint16), levels[chosen], scales)


def _least_kept(importance: Dense, kept: int) -> float:
    """Return the importance of the last of the `kept` most important weights."""
    if kept >= importance.size:
        return 0.0
    place = importance.size - kept
    return float(np.partition(importance, place, axis=None)[place])
