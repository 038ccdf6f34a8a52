"""Sparse matrices by rows, and the product that fitting the text model takes.

NumPy has no sparse matrices, and SciPy would be a dependency of 100 MB for these few lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.words_model.progress import Report, silent, watched

Indices = NDArray[np.int64]
Dense = NDArray[np.float32]
Row = tuple[NDArray[np.intp], NDArray[np.float32]]  # columns and their values

SLAB = 2_000_000  # numbers in a temporary dense array of `weighted_sums`


@dataclass(frozen=True, slots=True, eq=False)
class SparseMatrix:
    """Row `i` has `values[starts[i] : starts[i + 1]]` in the columns of the same range."""

    starts: Indices  # (rows + 1)
    columns: NDArray[np.int32]
    values: Dense
    width: int  # number of columns

    @property
    def height(self) -> int:
        return len(self.starts) - 1

    def lengths(self) -> Indices:
        """Return the number of non-zero values of each row."""
        return np.diff(self.starts)

    def rows(self, first: int, last: int) -> SparseMatrix:
        """Return the rows from `first` up to, not with, `last`."""
        chosen = slice(self.starts[first], self.starts[last])
        starts = self.starts[first : last + 1] - self.starts[first]
        return SparseMatrix(starts, self.columns[chosen], self.values[chosen], self.width)

    def row_numbers(self) -> Indices:
        """Return the row of each value."""
        return np.repeat(np.arange(self.height), self.lengths())


def sparse_matrix(rows: Iterable[Row], width: int) -> SparseMatrix:
    """Build a matrix from the columns and values of each row."""
    columns = [np.empty(0, np.int32)]
    values = [np.empty(0, np.float32)]
    for row_columns, row_values in rows:
        columns.append(row_columns.astype(np.int32))
        values.append(row_values)

    lengths = [len(part) for part in columns]  # of the empty first part 0, where row 0 starts
    starts = np.cumsum(lengths, dtype=np.int64)
    return SparseMatrix(starts, np.concatenate(columns), np.concatenate(values), width)


def transposed(matrix: SparseMatrix) -> SparseMatrix:
    """Swap rows and columns; the columns of each new row ascend."""
    order = np.argsort(matrix.columns, kind="stable")
    starts = offsets(np.bincount(matrix.columns, minlength=matrix.width))
    rows = matrix.row_numbers().astype(np.int32)
    return SparseMatrix(starts, rows[order], matrix.values[order], matrix.height)


def offsets(lengths: NDArray[Any]) -> Indices:
    """Return where parts of these lengths start, and where the last one ends."""
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths, dtype=np.int64)])


def ranges(starts: Indices, lengths: Indices) -> Indices:
    """Join the ranges from each start with each length: [5, 9], [2, 1] gives [5, 6, 9]."""
    ends = np.cumsum(lengths)
    first = np.repeat(starts - (ends - lengths), lengths)
    return first + np.arange(len(first))


def weighted_sums(matrix: SparseMatrix, table: Dense, report: Report = silent) -> Dense:
    """Return matrix @ table, in slabs of rows, so that no large temporary array is made."""
    result = np.zeros((matrix.height, table.shape[1]), np.float32)
    slabs = list(_slabs(matrix.starts, max(SLAB // table.shape[1], 1)))

    for first, last in watched(slabs, "Summing weights", report):
        part = matrix.rows(first, last)
        filled = np.flatnonzero(part.lengths())  # reduceat has no empty ranges
        if len(filled):
            terms = part.values[:, None] * table[part.columns]
            result[first + filled] = np.add.reduceat(terms, part.starts[filled], axis=0)
    return result


def _slabs(starts: Indices, values: int) -> Iterator[tuple[int, int]]:
    """Cut the rows into runs of at most `values` values, or of one longer row."""
    first, rows = 0, len(starts) - 1
    while first < rows:
        last = int(np.searchsorted(starts, starts[first] + values, side="right")) - 1
        last = max(last, first + 1)
        yield first, last
        first = last
