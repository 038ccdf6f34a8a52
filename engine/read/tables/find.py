"""Finds tables in the lines of a log: grids of rows, boxes of metrics, reports of a finished model.

Each line is looked at once by cheap tests: a header has no number of its own, and a row has as
many cells as a table that is open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from engine.read.parts.limits import MAX_LINE
from engine.read.parts.line_search import chunks_of
from engine.read.tables.boxes import Boxes, found_boxes
from engine.read.tables.found import FoundTable
from engine.read.tables.grid import Grid
from engine.read.tables.grid_curves import found_grids
from engine.read.tables.header import could_be_header, grid_at, sideways_at
from engine.read.tables.html import MOST_TABLES, html_at
from engine.read.tables.layout import BAR_SIGNS, is_rule, without_bar
from engine.read.tables.lists import found_lists
from engine.read.tables.report import Report, found_reports
from engine.read.tables.reports import REPORTS, ReportReader

_MOST_OPEN = 4
_OFTEN = 3  # a line that was no header so often is none
# Lines that cost a closer look without being a table: a log with more of them holds no table.
_MOST_TRIES = 3000
# A number that stands as a value; what follows the percent sign of a bar is no part of a header.
# It is found by its first digit, which is faster than by the many signs that may stand before it.
_BEFORE = rf"[\s=(\[,{BAR_SIGNS}]"
_VALUE = re.compile(
    rf"\d(?:(?<={_BEFORE}\d)|(?<={_BEFORE}[-+.]\d)|(?<={_BEFORE}[-+]\.\d)"
    r"|(?<=^\d)|(?<=^[-+.]\d)|(?<=^[-+]\.\d))[\d.]*+(%?)"
)
_SHORTEST_HEADER = 5
_DRAWN = frozenset({"", "<", *BAR_SIGNS})  # what the lines of boxes and of HTML begin with


@dataclass(eq=False)
class _Finder:
    """Tables found so far. `open_grids` are those that a row may still belong to, newest first."""

    lines: Sequence[str]
    open_grids: list[Grid] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    boxes: Boxes = field(default_factory=Boxes)
    others: list[FoundTable] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    no_headers: set[str] = field(default_factory=set)
    seen: dict[str, int] = field(default_factory=dict)
    headers: dict[str, Grid] = field(default_factory=dict)
    failures: Counter[str] = field(default_factory=Counter)
    tries: int = 0

    @cached_property
    def announced(self) -> list[ReportReader]:
        """The readers of reports whose word stands in any line."""
        texts = list(map("\n".join, chunks_of(self.lines)))
        return [reader for reader in REPORTS if any(reader[0] in text for text in texts)]

    def run(self) -> list[FoundTable]:
        place = 0
        while place < len(self.lines):
            if self._is_of_no_table(self.lines[place]):
                place += 1
            else:
                place += self._taken_at(place)
        self.boxes.close()
        tables = [
            *self.others,
            *found_reports(self.reports),
            *found_lists(self.lines),
            *found_boxes(
                self.boxes.boxes,
                list(self.lines),
            ),
            *found_grids(
                self.grids,
                list(self.lines),
            ),
        ]
        return sorted(tables, key=_first_line)

    def _is_of_no_table(self, line: str) -> bool:
        """Return whether a line can be no header and is neither drawn nor announced, where no table
        is open.
        """
        if self.open_grids or self.boxes.open_box is not None:
            return False
        if line.lstrip()[:1] in _DRAWN:
            return False
        for word, most, _ in self.announced:
            if word in line and self.failures[word] < most:
                return False
        if self.tries > _MOST_TRIES or line in self.no_headers:
            return True
        value = _VALUE.search(line)
        return value is not None and not value.group(1)

    def _taken_at(self, place: int) -> int:
        """Look at the line at a place; return how many lines were dealt with."""
        line = self.lines[place]
        start = line.lstrip()[:1]
        if not start:
            return 1
        if start == "<":
            return self._html_lines(place)
        if len(line) > MAX_LINE:
            self._interrupt()
            return 1
        if self.open_grids and self._is_row(place, line):
            return 1
        if is_rule(line):
            self.boxes.close()
            return 1
        if start in BAR_SIGNS and self.boxes.take(place, line):
            self._interrupt()
            return 1
        if self.boxes.open_box is not None:
            self.boxes.close()
        report = self._report_at(place, line)
        if report is not None:
            self.reports.append(report)
            self._interrupt()
            return max(report.lines[-1] + 1 - place, 1)
        if not self._is_header(
            place,
            line,
            start,
        ):
            self._interrupt()
        return 1

    def _html_lines(self, place: int) -> int:
        """Read an HTML table; after a few that are not closed no other is looked for."""
        if self.failures["<"] > _MOST_OPEN or len(self.others) >= MOST_TABLES:
            return 1
        table = html_at(self.lines, place)
        if table is None:
            self.failures["<"] += "<table" in self.lines[place]
            return 1
        if table.curves():
            self.others.append(table)
        return len(table.lines)

    def _report_at(
        self,
        place: int,
        line: str,
    ) -> Report | None:
        for word, most, read in self.announced:
            if word in line and self.failures[word] < most:
                report = read(self.lines, place)
                if report is not None:
                    return report
                self.failures[word] += 1
        return None

    def _is_row(
        self,
        place: int,
        line: str,
    ) -> bool:
        plain, has_bar = without_bar(line)
        for grid in self.open_grids:
            cells = grid.cells(plain)
            if cells is not None:
                grid.add(
                    place,
                    cells,
                    has_bar,
                )
                return True
        return False

    def _is_header(
        self,
        place: int,
        line: str,
        start: str,
    ) -> bool:
        if start.isdigit() or len(line) < _SHORTEST_HEADER:
            return False
        known = self.headers.get(line)
        if known is not None and known in self.open_grids:
            known.lines.append(place)
            return True
        if line in self.no_headers or self.tries > _MOST_TRIES:
            return False
        grid = None
        value = _VALUE.search(line)
        if value is None or value.group(1):
            if not could_be_header(self.lines, place):
                return False
            grid = grid_at(self.lines, place)
        if grid is None and start in BAR_SIGNS:
            grid = sideways_at(self.lines, place)
        if grid is None:
            if value is None:
                self._remember(line)
            return False
        self._open(grid)
        if len(grid.lines) == 1:
            self.headers[line] = grid
        self.tries += 1
        return True

    def _remember(self, line: str) -> None:
        """Count a line that might have been a header; one that is often there is no header."""
        self.tries += 1
        seen = self.seen.get(line, 0) + 1
        self.seen[line] = seen
        if seen == _OFTEN:
            self.no_headers.add(line)
            self.tries -= seen

    def _open(self, grid: Grid) -> None:
        """Open a table; the header of one that is open already is repeated and opens none."""
        for known in self.open_grids:
            if known.names == grid.names and known.style == grid.style:
                known.lines.extend(grid.lines)
                return
        self._interrupt()
        self.grids.append(grid)
        self.open_grids.insert(0, grid)
        del self.open_grids[_MOST_OPEN:]

    def _interrupt(self) -> None:
        """Close the tables that no other line may interrupt: those without an axis."""
        if self.open_grids:
            self.open_grids = [grid for grid in self.open_grids if grid.may_be_interrupted]


def _first_line(table: FoundTable) -> int:
    return table.lines[0]


def find_tables(lines: Sequence[str]) -> list[FoundTable]:
    """Return the tables in the lines of a log without colors, in order; none share a line."""
    return _Finder(lines).run()
