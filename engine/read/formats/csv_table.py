"""Tables with a header: Lightning metrics.csv, Keras CSVLogger, exports of trackers."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from engine.read.errors import ReadError
from engine.read.inputs import Reading
from engine.read.parts.numbers import number_from_text
from engine.read.parts.table import Cells, Table, read_table, table_of
from engine.read.source import Format, Source

DELIMITERS = ",;\t|"
MAX_COLUMNS = 2000
_LONGEST_NAME = 120
_SNIFFED_CHARACTERS = 100_000
_SNIFFED_LINES = 3
_HEADER_CHARACTERS = 300_000


def sniff(source: Source) -> bool:
    """Find a line of two or more names, and a line of as many cells, one a number, below it."""
    start = source.text[:_SNIFFED_CHARACTERS]
    first = start.splitlines()[:_SNIFFED_LINES]
    lines = [line for line in first if line.strip()]
    if len(lines) < 2:
        return False
    header = lines[0]
    below = lines[1]
    delimiter = _delimiter(header)
    names = _cells(header, delimiter)
    cells = _cells(below, delimiter)
    surplus = len(cells) - len(names)
    if abs(surplus) > 1:
        return False
    if not any(map(_is_number, cells)):
        return False
    return _are_names(names)


def _are_names(names: list[str]) -> bool:
    """Return whether there are two names or more, all different, short and no numbers."""
    if len(names) < 2:
        return False
    different = set(names)
    if len(different) < len(names):
        return False
    longest = max(map(len, names))
    if longest > _LONGEST_NAME:
        return False
    return not any(map(_is_number, names))


def _is_number(cell: str) -> bool:
    number = number_from_text(cell)
    return number is not None


def _cells(
    line: str,
    delimiter: str,
) -> list[str]:
    """Return the cells of one line, none for a line that cannot be of a table."""
    reader = csv.reader([line], delimiter=delimiter)
    try:
        return next(reader, [])
    except csv.Error:  # a NUL, or a cell beyond the module's size limit: no table
        return []


def _delimiter(header: str) -> str:
    """Return the delimiter that is most frequent."""
    return max(DELIMITERS, key=header.count)


def read(source: Source) -> Reading:
    """Read the columns below the first line that is not blank.

    Raises ReadError for too many columns and for quotes that do not close.
    """
    header, number = _header(source.text)
    delimiter = _delimiter(header)
    names = _cells(header, delimiter)
    width = len(names)
    if width > MAX_COLUMNS:
        place = f"{source.name}:{number}"
        detail = f"has {width} columns; at most {MAX_COLUMNS} are read"
        raise ReadError((place, detail))
    table = _plain_table(source.text, names, delimiter)
    if table is None:
        rows = _rows(source, delimiter)
        table = table_of(names, rows)
    return read_table(table, source.name)


def _header(text: str) -> tuple[str, int]:
    """Return the first line that is not blank, and its number."""
    start = text[:_HEADER_CHARACTERS]
    lines = start.splitlines()
    for number, line in enumerate(lines, start=1):
        if line.strip():
            return line, number
    return "", 1


def _plain_table(
    text: str,
    names: list[str],
    delimiter: str,
) -> Table | None:
    """Return all cells by one split, three times as fast as the module csv.

    That needs a table without quotes, with as many cells in each line; None for any other.
    """
    if '"' in text:
        return None
    unified = text.replace("\r\n", "\n")
    lines = unified.strip("\n").split("\n")
    header = lines[0]
    below = lines[1:]
    if not below or header in below:
        return None
    if "\r" in header:
        return None
    if header.split(delimiter) != names:
        return None
    width = len(names)
    delimiters = width - 1
    if any(line.count(delimiter) != delimiters for line in lines):
        return None
    joined = delimiter.join(lines)
    cells = joined.split(delimiter)
    height = len(below)
    rows = range(height)
    columns: dict[str, Cells] = {}
    for place, name in enumerate(names):
        below_header = cells[width + place :: width]
        columns[name] = Cells(rows, below_header)
    return Table(height, columns)


def _rows(
    source: Source,
    delimiter: str,
) -> Iterator[list[str]]:
    """Yield the rows that are not empty, by the module csv. Raises ReadError."""
    text = io.StringIO(source.text, newline="")
    reader = csv.reader(text, delimiter=delimiter)
    try:
        yield from filter(None, reader)
    except csv.Error as error:
        place = f"{source.name}:{reader.line_num}"
        detail = f"not a table: {error}"
        raise ReadError((place, detail)) from error


FORMAT = Format(
    name="csv",
    label="a CSV table",
    sniff=sniff,
    read=read,
)
