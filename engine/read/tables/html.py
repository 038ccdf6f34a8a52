"""Tables of an HTML page or fragment, by the parser of the standard library."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from html.parser import HTMLParser

from engine.read.inputs import Curve
from engine.read.tables.columns import Table, table_of
from engine.read.tables.curves import Look, curves_of
from engine.read.tables.found import FoundTable
from engine.read.tables.words import is_metric

_MOST_CELLS = 2_000_000
MOST_TABLES = 500  # of one text
_MOST_SPAN = 100
_MOST_DIGITS = 3  # of a span
_OPENING = "<table"
_CLOSING = "</table"
_CELL_TAGS = ("td", "th")

# A tag as programs write it: names in lower case, values in double quotes without references.
_PLAIN_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:\s+[a-z][a-z0-9-]*="[^"<>&]*")*)\s*>')
_ATTRIBUTE = re.compile(r'\s([a-z][a-z0-9-]*+)="([^"]*+)"')
_WITH_PLAIN_TEXT = frozenset({"script", "style", "textarea", "title"})  # holds no tags

Attributes = list[tuple[str, str | None]]


class Rows(HTMLParser):
    """Collects the rows of each table."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[str]]] = []
        self._cell: list[str] | None = None
        self._span = 1
        self._cells = 0

    def handle_starttag(
        self,
        tag: str,
        attrs: Attributes,
    ) -> None:
        if tag == "table":
            self.tables.append([])
        elif tag == "tr" and self.tables:
            self._end_cell()
            self.tables[-1].append([])
        elif tag in _CELL_TAGS and self._has_row():
            self._end_cell()
            self._cell = []
            named = dict(attrs)
            self._span = _span(named.get("colspan"))

    def _has_row(self) -> bool:
        if not self.tables:
            return False
        return bool(self.tables[-1])

    def read(self, text: str) -> None:
        """Read a fragment; one of plain tags alone without the parser, which takes far longer."""
        _, *parts = _PLAIN_TAG.split(text)  # slash, tag, attributes, data, slash, ...
        tags = parts[1::4]
        if len(tags) < text.count("<") or not _WITH_PLAIN_TEXT.isdisjoint(tags):
            self.feed(text)
            self.close()
            return
        for slash, tag, attributes, data in zip(
            parts[::4],
            tags,
            parts[2::4],
            parts[3::4],
            strict=True,
        ):
            if slash:
                self.handle_endtag(tag)
            else:
                pairs = _attributes(attributes)
                self.handle_starttag(tag, pairs)
            plain = unescape(data)
            self.handle_data(plain)

    def handle_endtag(self, tag: str) -> None:
        if tag in (*_CELL_TAGS, "tr", "table"):
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        if self._cells > _MOST_CELLS:
            return
        text = "".join(self._cell)
        cells = [text.strip()] * self._span
        table = self.tables[-1]
        if table:
            table[-1].extend(cells)
        self._cells += self._span
        self._cell = None


def _attributes(text: str) -> Attributes:
    if not text:
        return []
    found = _ATTRIBUTE.findall(text)
    return list(found)


def _span(text: str | None) -> int:
    """Return how many columns a cell takes."""
    if text is None or not text.isdecimal():
        return 1
    if len(text) > _MOST_DIGITS:
        return 1
    span = max(int(text), 1)
    return min(span, _MOST_SPAN)


def html_tables(text: str) -> list[Table]:
    """Return the tables with a row of names and a row below it."""
    parser = Rows()
    parser.read(text)
    tables: list[Table] = []
    for rows in parser.tables[:MOST_TABLES]:
        filled = list(filter(None, rows))
        if len(filled) > 1:
            names, *below = filled
            table = table_of(names, below)
            tables.append(table)
    return tables


def html_at(
    lines: Sequence[str],
    place: int,
) -> FoundTable | None:
    """Read the HTML table that opens in a line; None where none does or none is of metrics."""
    if _OPENING not in lines[place]:
        return None
    end = _closing_line(lines, place)
    if end is None:
        return None
    text = "\n".join(lines[place : end + 1])
    curves: list[Curve] = []
    for table in html_tables(text):
        if _is_of_metrics(table):
            look = Look(
                file="",
                group=f"table at line {place + 1}",
                has_decimal_commas=True,
            )
            found, _, _ = curves_of(table, look)
            curves.extend(found)
    places = range(place, end + 1)
    return FoundTable(
        tuple(places),
        tuple(curves),
    )


def _closing_line(
    lines: Sequence[str],
    place: int,
) -> int | None:
    for number in range(place, len(lines)):
        if _CLOSING in lines[number]:
            return number
    return None


def _is_of_metrics(table: Table) -> bool:
    """Return whether a column or a row has the name of a metric."""
    if any(map(is_metric, table.columns)):
        return True
    columns = iter(table.columns.values())
    labels = next(columns, None)
    if labels is None:
        return False
    return any(map(is_metric, labels.texts))


def html_tables_beyond(lines: Sequence[str]) -> int:
    """Return how many tables begin in the lines beyond those that are read."""
    return max(0, sum(line.count("<table") for line in lines) - MOST_TABLES)
