"""Columns of cells with a name above each, read as curves."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
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

Columns = Mapping[str, Sequence[str]]


class _Column(NamedTuple):
    positions: NDArray[np.intp]  # rows with a number
    values: Floats
    stray: int | None  # the first row with something else


def read_rows(
    names: list[str],
    rows: list[list[str]],
    file: str,
) -> Reading:
    """Read rows of cells; they may repeat the header, as a resumed run writes it."""
    body = [_fitted(row, len(names)) for row in rows if row != names]
    if not body:
        return Reading()
    columns = zip(*body, strict=True)
    return read_columns(
        dict(
            zip(
                names,
                columns,
                strict=True,
            )
        ),
        file,
    )


def _fitted(
    row: list[str],
    width: int,
) -> list[str]:
    """Cut a long row; fill a short one with blanks."""
    if len(row) == width:
        return row
    blanks = [""] * width
    return (row + blanks)[:width]


def read_columns(
    columns: Columns,
    file: str,
) -> Reading:
    """Read each column as a curve on the steps or epochs.

    Blank cells are values that were not recorded. Other cells without a number are left out with a
    warning that names the first of them.
    """
    warnings: list[str] = []
    series = dict(
        _curves(
            columns,
            file,
            warnings,
        )
    )
    return Reading(series=series, warnings=tuple(warnings))


def _curves(
    columns: Columns,
    file: str,
    warnings: list[str],
) -> Iterator[tuple[str, Series]]:
    steps = _axis(columns, STEP_NAMES)
    epochs = _axis(columns, EPOCH_NAMES)
    for name, cells in columns.items():
        if normalized(name) in _NO_CURVES or _BOUNDS.search(name):
            continue
        column = _column(cells)
        if column.stray is not None:
            cell = cells[column.stray]
            warnings.append(
                _stray_warning(
                    name,
                    cell,
                    column,
                    file,
                )
            )
        if len(column.values):
            short = _RUN_PREFIX.sub("", name)
            x = column.positions
            yield (
                short,
                make_series(
                    short,
                    column.values,
                    steps[x],
                    epochs[x],
                ),
            )


def _stray_warning(
    name: str,
    cell: str,
    column: _Column,
    file: str,
) -> str:
    if column.stray is None or not len(column.values):
        return f"{file}: column {quoted(name)} holds no numbers"
    line = column.stray + _FIRST_LINE
    return f"{file}:{line}: column {quoted(name)}: not a number: {quoted(cell)} (left out)"


def _axis(
    columns: Columns,
    names: frozenset[str],
) -> Floats:
    """Return the first column with one of the names, NaN where it is blank or missing."""
    height = len(next(iter(columns.values()), ()))
    axis = np.full(height, math.nan)
    for name, cells in columns.items():
        if normalized(name) in names:
            column = _column(cells)
            axis[column.positions] = column.values
            break
    return axis


def _column(cells: Sequence[str]) -> _Column:
    positions = [position for position, cell in enumerate(cells) if cell]
    try:
        values = [float(cell) for cell in cells if cell]
    except ValueError:
        return _column_with_strays(cells)
    return _column_of(
        positions,
        values,
        None,
    )


def _column_with_strays(cells: Sequence[str]) -> _Column:
    positions: list[int] = []
    values: list[float] = []
    stray = None
    for position, cell in enumerate(cells):
        number = number_from_text(cell)
        if number is not None:
            positions.append(position)
            values.append(number)
        elif stray is None and not is_missing(cell):
            stray = position
    return _column_of(
        positions,
        values,
        stray,
    )


def _column_of(
    positions: list[int],
    values: list[float],
    stray: int | None,
) -> _Column:
    return _Column(
        np.array(positions, dtype=np.intp),
        np.array(values, dtype=np.float64),
        stray,
    )
