"""Columns of cells with a name above each, read as curves."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.names import normalized
from engine.read.inputs import Reading
from engine.read.parts.names import AXIS_NAMES, EPOCH_NAMES, HOUSEKEEPING, STEP_NAMES
from engine.read.parts.numbers import is_missing, number_from_text, quoted
from engine.read.parts.rows import make_series
from engine.run import Floats, Series

_BOUNDS = re.compile(r"__(MIN|MAX)$")  # columns that Weights & Biases adds to an export
_RUN_PREFIX = re.compile(r"^.{1,80} - ")
_NO_CURVES = AXIS_NAMES | HOUSEKEEPING
_FIRST_LINE = 2  # of a file, below its header


class Cells(NamedTuple):
    """Cells of one column, and the row of each; rows that end before the column have none."""

    rows: Sequence[int]
    texts: Sequence[str]


class Table(NamedTuple):
    """`height` is the number of rows."""

    height: int
    columns: Mapping[str, Cells]


class _Stray(NamedTuple):
    """Cell that is neither a number nor missing."""

    row: int
    text: str


class _Numbers(NamedTuple):
    """Numbers of one column, their rows, and the first stray cell of the column."""

    rows: NDArray[np.intp]
    values: Floats
    stray: _Stray | None


def table_of(
    names: list[str],
    rows: Iterable[list[str]],
) -> Table:
    """Sort rows of cells into columns; they may repeat the header, as a resumed run writes it.

    Short rows are not filled up: below a header of 2,000 names, lines of one cell would each
    become 2,000 cells. Rows are taken one by one, since a list for each takes 50 times the memory
    of its text.
    """
    numbers: list[list[int]] = [[] for _ in names]
    texts: list[list[str]] = [[] for _ in names]
    columns = list(zip(numbers, texts, strict=True))
    height = 0
    for row in rows:
        if row == names:
            continue
        for column, text in zip(columns, row, strict=False):
            column[0].append(height)
            column[1].append(text)
        height += 1
    cells = map(Cells, numbers, texts)
    named = zip(names, cells, strict=True)
    return Table(height, dict(named))


def read_table(
    table: Table,
    file: str,
) -> Reading:
    """Read each column as a curve on the steps or epochs.

    Blank cells are values that were not recorded. Other cells without a number are left out with a
    warning that names the first of them.
    """
    warnings: list[str] = []
    curves = _curves(table, file, warnings)
    series = {curve.name: curve for curve in curves}
    return Reading(
        series=series,
        warnings=tuple(warnings),
    )


def _curves(
    table: Table,
    file: str,
    warnings: list[str],
) -> Iterator[Series]:
    """Yield the curves; a warning for each column with a stray cell."""
    steps = _axis(table, STEP_NAMES)
    epochs = _axis(table, EPOCH_NAMES)
    for name, cells in table.columns.items():
        if normalized(name) in _NO_CURVES:
            continue
        if _BOUNDS.search(name):
            continue
        numbers = _numbers(cells)
        rows, values, stray = numbers
        if stray is not None:
            warning = _stray_warning(file, name, numbers)
            warnings.append(warning)
        if len(values):
            short = _RUN_PREFIX.sub("", name)
            yield make_series(short, values, steps[rows], epochs[rows])


def _stray_warning(
    file: str,
    name: str,
    numbers: _Numbers,
) -> str:
    column = f"column {quoted(name)}"
    if numbers.stray is None or not len(numbers.values):
        return f"{file}: {column} holds no numbers"
    row, text = numbers.stray
    line = row + _FIRST_LINE
    return f"{file}:{line}: {column}: not a number: {quoted(text)} (left out)"


def _axis(
    table: Table,
    names: frozenset[str],
) -> Floats:
    """Return the first column with one of the names, NaN where it is blank or missing."""
    axis = np.full(table.height, math.nan)
    for name, cells in table.columns.items():
        if normalized(name) in names:
            rows, values, _ = _numbers(cells)
            axis[rows] = values
            break
    return axis


def _numbers(cells: Cells) -> _Numbers:
    """Return the numbers of a column, fast where each cell is a number or blank."""
    texts = cells.texts
    placed = zip(cells.rows, texts, strict=True)
    rows = [row for row, text in placed if text]
    try:
        values = [float(text) for text in texts if text]
    except ValueError:
        return _numbers_with_strays(cells)
    return _as_arrays(rows, values, None)


def _numbers_with_strays(cells: Cells) -> _Numbers:
    """Return the numbers of a column in any spelling, and the first stray cell."""
    rows: list[int] = []
    values: list[float] = []
    stray: _Stray | None = None
    placed = zip(cells.rows, cells.texts, strict=True)
    for row, text in placed:
        number = number_from_text(text)
        if number is not None:
            rows.append(row)
            values.append(number)
        elif stray is None and not is_missing(text):
            stray = _Stray(row, text)
    return _as_arrays(rows, values, stray)


def _as_arrays(
    rows: list[int],
    values: list[float],
    stray: _Stray | None,
) -> _Numbers:
    return _Numbers(
        rows=np.array(rows, dtype=np.intp),
        values=np.array(values, dtype=np.float64),
        stray=stray,
    )
