"""Tables with a header: Lightning metrics.csv, Keras CSVLogger, exports of trackers."""

from __future__ import annotations

import csv
import io

from engine.read.errors import ReadError
from engine.read.inputs import Reading
from engine.read.parts.numbers import number_from_text
from engine.read.parts.table import Cells, Table, read_table, table_of
from engine.read.source import Source

LABEL = "a CSV table"
DELIMITERS = ",;\t|"
MAX_COLUMNS = 2000
_LONGEST_NAME = 120
_SNIFFED_CHARACTERS = 100_000
_HEADER_CHARACTERS = 300_000


def sniff(source: Source) -> bool:
    """Find a line of two or more names, and a line of as many cells, one a number, below it."""
    first = source.text[:_SNIFFED_CHARACTERS].splitlines()[:3]
    lines = [line for line in first if line.strip()]
    if len(lines) < 2:
        return False
    delimiter = _delimiter(lines[0])
    names = _cells(lines[0], delimiter)
    cells = _cells(lines[1], delimiter)
    if abs(len(names) - len(cells)) > 1:
        return False
    return _are_names(names) and any(map(_is_number, cells))


def _are_names(names: list[str]) -> bool:
    if len(names) < 2 or len(set(names)) != len(names):
        return False
    if any(len(name) > _LONGEST_NAME for name in names):
        return False
    return not any(map(_is_number, names))


def _is_number(cell: str) -> bool:
    return number_from_text(cell) is not None


def _cells(
    line: str,
    delimiter: str,
) -> list[str]:
    reader = csv.reader([line], delimiter=delimiter)
    try:
        return next(reader, [])
    except csv.Error:  # a NUL, or a cell beyond the module's size limit: no table
        return []


def _delimiter(header: str) -> str:
    return max(DELIMITERS, key=header.count)


def read(source: Source) -> Reading:
    """Read the columns below the first line that is not blank.

    Raises ReadError for too many columns and for quotes that do not close.
    """
    lines = source.text[:_HEADER_CHARACTERS].splitlines()
    place = next(number for number, line in enumerate(lines) if line.strip())
    header = lines[place]
    delimiter = _delimiter(header)
    names = _cells(header, delimiter)
    if len(names) > MAX_COLUMNS:
        detail = f"has {len(names)} columns; at most {MAX_COLUMNS} are read"
        raise ReadError((f"{source.name}:{place + 1}", detail))
    table = _plain_table(source.text, names, header, delimiter)
    if table is None:
        rows = _rows(source, delimiter)
        table = table_of(names, rows)
    return read_table(table, source.name)


def _plain_table(
    text: str,
    names: list[str],
    header: str,
    delimiter: str,
) -> Table | None:
    """Return all cells by one split, three times as fast as the module csv.

    That needs a table without quotes, with as many cells in each line; None for any other.
    """
    if '"' in text:
        return None
    lines = text.replace("\r\n", "\n").strip("\n").split("\n")
    if "\r" in lines[0] or lines[0] != header or header in lines[1:]:
        return None
    width = len(names)
    delimiters = width - 1
    if len(lines) < 2 or any(line.count(delimiter) != delimiters for line in lines):
        return None
    cells = delimiter.join(lines).split(delimiter)
    rows = range(len(lines) - 1)
    columns: dict[str, Cells] = {}
    for place, name in enumerate(names):
        below_header = cells[width + place :: width]
        columns[name] = Cells(rows, below_header)
    return Table(len(rows), columns)


def _rows(
    source: Source,
    delimiter: str,
) -> list[list[str]]:
    reader = csv.reader(io.StringIO(source.text, newline=""), delimiter=delimiter)
    try:
        rows = list(reader)
    except csv.Error as error:
        place = f"{source.name}:{reader.line_num}"
        raise ReadError((place, f"not a table: {error}")) from error
    return [row for row in rows if row]
