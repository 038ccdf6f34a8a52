"""Drop the weights that move the scores least, and store the others as whole numbers of one byte.

A constant added to all classes does not change a softmax, so the median weight of each feature is
taken off first: of a feature that most classes show, only the differences are kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.words_model.sparse import Dense, SparseMatrix, offsets, ranges

LEVELS = 127  # largest absolute value of a stored weight

# Of 3,504 reports by three hands held out, 91.8 % are named first and 97.4 % among the first three
# with all 2.8 million weights of 293 classes that are not zero, and with 2.4 million of them.
WEIGHTS_PER_CLASS = 8_000

# Share of the classes that a feature has weights for, from which on it is common. The text model
# has 8,000 such features of 314,000, 2 MB, and nine in ten of those of a sentence are of them. One
# product with a table takes a tenth of the time of adding up their weights.
COMMON = 1 / 4
NOWHERE = -1


@dataclass(frozen=True, eq=False)
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
        scaled = values * self.scales[columns]
        rows = self._common.rows[columns]
        is_common = rows != NOWHERE
        scores = self._of_rare(
            columns[~is_common],
            scaled[~is_common],
            classes,
        )
        table = self._common.levels[rows[is_common]]
        factors = scaled[is_common].astype(np.float64)
        scores[: table.shape[1]] += factors @ table.astype(np.float64)
        return scores

    def _of_rare(
        self,
        columns: NDArray[np.intp],
        scaled: Dense,
        classes: int,
    ) -> NDArray[np.float64]:
        """Add up the stored weights of features one by one."""
        starts = self.starts[columns]
        lengths = self.starts[columns + 1] - starts
        places = ranges(starts, lengths)
        terms = np.repeat(scaled, lengths) * self.levels[places]
        scores = np.bincount(
            self.classes[places],
            weights=terms,
            minlength=classes,
        )
        return scores.astype(np.float64)  # of a text without features they are whole numbers

    @cached_property
    def _common(self) -> _Common:
        width = int(self.classes.max(initial=0)) + 1
        lengths = np.diff(self.starts)
        common = np.flatnonzero(lengths > COMMON * width)
        rows = np.full(len(lengths), NOWHERE)
        rows[common] = np.arange(len(common))
        levels = np.zeros((len(common), width), dtype=np.int8)
        places = ranges(self.starts[common], lengths[common])
        row_of_place = np.repeat(rows[common], lengths[common])
        levels[row_of_place, self.classes[places]] = self.levels[places]
        return _Common(rows, levels)


class _Common(NamedTuple):
    """The levels of common features as a table, shape (common features, classes).

    rows: of each feature its row in the table, or -1.
    """

    rows: NDArray[np.intp]
    levels: NDArray[np.int8]


def usage(matrix: SparseMatrix) -> Dense:
    """Return the root mean square of each column: how much a feature's weights can move a score."""
    squares = np.bincount(
        matrix.columns,
        weights=matrix.values**2,
        minlength=matrix.width,
    )
    return np.sqrt(squares / matrix.height).astype(np.float32)


def prune(weights: Dense, use: Dense, kept: int) -> PrunedWeights:
    """Keep the `kept` weights of the largest product with the feature's `use`.

    `weights` has the shape (features, classes).
    """
    medians = np.median(
        weights,
        axis=1,
        keepdims=True,
    )
    centered = weights - medians
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
