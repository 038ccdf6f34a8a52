"""Tables with a header: Lightning metrics.csv with its blank cells, Keras CSVLogger, exports of
trackers.
"""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.names import normalized
from engine.read.errors import ReadError
from engine.read.inputs import Reading
from engine.read.names import EPOCH_NAMES, HOUSEKEEPING, STEP_NAMES
from engine.read.numbers import is_missing, number_from_text, quoted
from engine.read.rows import make_series
from engine.run import Floats, Series

DELIMITERS = ",;\t|"
MAX_COLUMNS = 2000
_HEADER_CHARACTERS = 300_000
_BOUNDS = re.compile(r"__(MIN|MAX)$")  # columns that Weights & Biases adds to an export
_RUN_PREFIX = re.compile(r"^.{1,80} - ")
_AXES = STEP_NAMES | EPOCH_NAMES


class _Cells(NamedTuple):
    """The cells of one column, and the row of each; rows that end before the column have none."""

    rows: Sequence[int]
    texts: Sequence[str]


class _Column(NamedTuple):
    rows: NDArray[np.intp]  # where a number stands
    values: Floats
    stray: tuple[int, str] | None  # row and text of the first cell that holds something else


class _Table(NamedTuple):
    length: int
    columns: Mapping[str, _Cells]


def sniff(text: str) -> bool:
    """A first line of at least two names, and a second line of as many cells that are numbers or
    blank.
    """
    lines = [line for line in text[:100_000].splitlines()[:3] if line.strip()]
    if len(lines) < 2:
        return False
    delimiter = _delimiter(lines[0])
    names, cells = _cells(lines[0], delimiter), _cells(lines[1], delimiter)
    if len(names) < 2 or abs(len(names) - len(cells)) > 1 or any(len(name) > 120 for name in names):
        return False
    if any(number_from_text(name) is not None for name in names) or len(set(names)) != len(names):
        return False
    return any(number_from_text(cell) is not None for cell in cells)


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:  # a NUL, or a cell beyond the module's size limit: no table
        return []


def _delimiter(header: str) -> str:
    return max(DELIMITERS, key=header.count)


def read(text: str, name: str) -> Reading:
    """Blank cells are values that were not recorded. A cell that is no number is left out with a
    warning.
    """
    lines = text[:_HEADER_CHARACTERS].splitlines()
    header = next(number for number, line in enumerate(lines) if line.strip())
    names = _cells(lines[header], _delimiter(lines[header]))
    if len(names) > MAX_COLUMNS:
        raise ReadError(
            (f"{name}:{header + 1}", f"has {len(names)} columns; at most {MAX_COLUMNS} are read")
        )
    delimiter = _delimiter(lines[header])
    table = _plain_table(text, names, lines[header], delimiter)
    if table is None:
        return from_rows(names, _rows(text, delimiter, name), name, "csv")
    return _reading(table, name, "csv")


def _plain_table(text: str, names: list[str], header: str, delimiter: str) -> _Table | None:
    """Without quotes, and with as many cells in each line, one split gives all cells: three times
    as fast. None where the table is not so plain.
    """
    lines = text.replace("\r\n", "\n").strip("\n").split("\n")
    width = len(names)
    if '"' in text or "\r" in lines[0] or lines[0] != header or header in lines[1:]:
        return None
    if len(lines) < 2 or any(line.count(delimiter) != width - 1 for line in lines):
        return None
    cells = delimiter.join(lines).split(delimiter)
    rows = range(len(lines) - 1)
    columns = {
        name: _Cells(rows, cells[width + place :: width]) for place, name in enumerate(names)
    }
    return _Table(len(rows), columns)


def from_rows(names: list[str], rows: Iterable[list[str]], file: str, kind: str) -> Reading:
    """`rows` may hold the header again, as a resumed run writes it.

    Short rows are not filled up: below a header of 2,000 names, lines of one cell would each
    become 2,000 cells. Rows are taken one by one, since a list for each takes 50 times the memory
    of its text.
    """
    places: list[tuple[list[int], list[str]]] = [([], []) for _ in names]
    length = 0
    for row in rows:
        if row == names:
            continue
        for (numbers, texts), text in zip(places, row, strict=False):
            numbers.append(length)
            texts.append(text)
        length += 1

    columns = {name: _Cells(*place) for name, place in zip(names, places, strict=True)}
    return _reading(_Table(length, columns), file, kind)


def _reading(table: _Table, file: str, kind: str) -> Reading:
    warnings: list[str] = []
    series = dict(_all_series(table, file, warnings))
    return Reading(kind, series, warnings=tuple(warnings))


def _rows(text: str, delimiter: str, name: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for row in reader:
            if row:
                yield row
    except csv.Error as error:
        raise ReadError((f"{name}:{reader.line_num}", f"not a table: {error}")) from error


def _all_series(table: _Table, file: str, warnings: list[str]) -> Iterator[tuple[str, Series]]:
    steps = _axis(table, STEP_NAMES)
    epochs = _axis(table, EPOCH_NAMES)
    for name, cells in table.columns.items():
        if normalized(name) in _AXES | HOUSEKEEPING or _BOUNDS.search(name):
            continue
        column = _column(cells)
        if column.stray is not None and not len(column.values):
            warnings.append(f"{file}: column {quoted(name)} holds no numbers")
            continue
        if column.stray is not None:
            row, text = column.stray
            place = f"{file}:{row + 2}: column {quoted(name)}"
            warnings.append(f"{place}: not a number: {quoted(text)} (left out)")
        if len(column.values):
            short = _RUN_PREFIX.sub("", name)
            yield short, make_series(short, column.values, steps[column.rows], epochs[column.rows])


def _axis(table: _Table, names: frozenset[str]) -> Floats:
    """The column that holds the steps (the epochs), NaN where it is blank."""
    axis = np.full(table.length, math.nan)
    for name, cells in table.columns.items():
        if normalized(name) in names:
            column = _column(cells)
            axis[column.rows] = column.values
            break
    return axis


def _column(cells: _Cells) -> _Column:
    rows = [row for row, text in zip(cells.rows, cells.texts, strict=True) if text]
    try:
        values = [float(text) for text in cells.texts if text]
    except ValueError:
        return _column_with_strays(cells)
    return _Column(np.array(rows, dtype=np.intp), np.array(values, dtype=np.float64), None)


def _column_with_strays(cells: _Cells) -> _Column:
    rows: list[int] = []
    values: list[float] = []
    stray: tuple[int, str] | None = None
    for row, text in zip(cells.rows, cells.texts, strict=True):
        number = number_from_text(text)
        if number is not None:
            rows.append(row)
            values.append(number)
        elif stray is None and not is_missing(text):
            stray = (row, text)
    return _Column(np.array(rows, dtype=np.intp), np.array(values, dtype=np.float64), stray)
