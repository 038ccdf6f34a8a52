"""Tables of a header and rows below it, which other lines of a log may interrupt."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from engine.read.tables.cells import count_of_cell, number_of_cell
from engine.read.tables.layout import (
    Span,
    aligned,
    cells_in,
    fits,
    has_bars,
    is_axis,
    spans_of,
)
from engine.read.tables.words import CLASS_NAMES

BY_BLANKS = ("blanks", "words")
_OF_COUNTS = frozenset("0123456789[(")


@dataclass(eq=False)
class Row:
    """Cells of a row and its line; `is_redrawn` for a row with a progress bar behind it."""

    line: int
    cells: list[str]
    is_redrawn: bool = False


@dataclass(eq=False)
class Grid:
    """One table while its rows are found.

    heads: places of the names, for columns set apart by blanks. has_index: rows are one cell longer
    than the header. is_wrapped: more columns follow in a block below, as pandas prints them.
    """

    style: str
    names: list[str]
    heads: list[Span]
    has_index: bool = False
    is_wrapped: bool = False
    is_sideways: bool = False
    rows: list[Row] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)

    @property
    def has_axis(self) -> bool:
        return any(map(is_axis, self.names))

    @cached_property
    def counts_first(self) -> bool:
        return is_axis(self.names[0])

    @property
    def may_be_interrupted(self) -> bool:
        """Return whether rows may follow other lines: those of an axis, or of all classes."""
        return self.has_axis or self.names[0].lower() in CLASS_NAMES

    @property
    def width(self) -> int:
        return len(self.names)

    def cells(self, line: str) -> list[str] | None:
        """Return the cells of a row of this table, None for any other line."""
        if not self.could_be_row(line):
            return None
        cells = cells_in(line, self.style)
        if len(cells) != self.width and self.style in BY_BLANKS:
            cells = line.split()
            if len(cells) != self.width:
                cells = self._below_heads(line)
        if len(cells) != self.width:
            return None
        names = [""] * self.width if self.is_sideways else self.names
        return cells if fits(cells, names) else None

    def could_be_row(self, line: str) -> bool:
        """Return whether a line has about as many parts as there are columns; a cheap test."""
        if self.style == "bars":
            return has_bars(line)
        if self.style not in BY_BLANKS:
            return ("\t" if self.style == "tabs" else self.style) in line
        if self.counts_first and line.lstrip()[:1] not in _OF_COUNTS:
            return False
        most = 2 * self.width
        return self.width <= 2 * len(line.split(None, most)) <= 2 * most

    def _below_heads(self, line: str) -> list[str]:
        """Return cells where some columns are blank, by their place below the header."""
        if self.has_index or not self.heads or not line.lstrip()[:1].isdigit():
            return []
        spans = spans_of(line, self.style)
        return aligned(spans, self.heads) or []

    def add(self, place: int, cells: list[str], is_redrawn: bool) -> None:
        """Add a row; a bar that is drawn again for one epoch leaves its last row only."""
        row = Row(
            place,
            cells,
            is_redrawn,
        )
        self.lines.append(place)
        if self.rows and self.rows[-1].is_redrawn and self.rows[-1].cells[0] == cells[0]:
            self.rows[-1] = row
        else:
            self.rows.append(row)


def axis_value(
    grid: Grid,
    row: Row,
) -> float | None:
    """Return the epoch or step of a row, None where it has none."""
    for name, cell in zip(
        grid.names,
        row.cells,
        strict=True,
    ):
        if is_axis(name):
            number = number_of_cell(cell)
            return count_of_cell(cell) if number is None else number
    return None
