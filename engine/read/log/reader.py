"""Reads the lines of a log: each goes to the reader of its kind, all values into one recorder."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from engine.read.inputs import Curve
from engine.read.log.bar_rows import BarReader
from engine.read.log.block_rows import read_block
from engine.read.log.blocks import Block
from engine.read.log.dict_rows import DictReader
from engine.read.log.frames import Frame, frame_of
from engine.read.log.headings import is_sentence
from engine.read.log.line_reader import LineReader
from engine.read.log.listed_names import with_names_beside
from engine.read.log.plan import Plan, row_of
from engine.read.log.recorder import Key
from engine.read.log.single_rows import add_row
from engine.read.log.split_columns import Cell, SplitColumns
from engine.read.log.state import LogState
from engine.read.log.tokens import Tokens, split_at_numbers, unwrapped
from engine.read.metric_names.resolve import Resolver

_COLUMNS = "columns"  # group of the curves of tables with a column for each split


class LogReader:
    """Reads lines one after another; what they say holds for the lines below them."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.state = LogState()
        self._lines = LineReader(resolver)
        self._columns = SplitColumns()
        self._bars = BarReader(self.state, self._lines)
        self._dicts = DictReader(
            self.state,
            self._lines,
            resolver,
        )

    def may_say(self, line: str) -> bool:
        """Say whether a line may hold a value, a position or a heading."""
        return self._lines.words.are_in([line])

    def may_say_among(self, lines: Sequence[str]) -> Iterator[bool]:
        """Yield the same for each of many lines, without a look at most of those that do not."""
        return self._lines.words.may_be_in(lines)

    def plan(self, tokens: Tokens) -> Plan | None:
        return self._lines.plan(tokens)

    def frame(self, line: str) -> Frame | None:
        return frame_of(line)

    def read_frame(self, frame: Frame) -> bool:
        """Read the frame of a bar; return whether it held a value."""
        return self._bars.add(frame)

    def read(self, line: str, rank: str = "") -> bool:
        """Read one line without its prefix; return whether it held a value that is known."""
        line = with_names_beside(unwrapped(line))
        cells = self._columns.take(line)
        if cells is not None:
            return self._add_cells(cells, rank)
        tokens = split_at_numbers(line)
        if tokens is None:
            self.state.see_heading(line)
            return False
        plan = self._lines.plan(tokens)
        self.state.see_run(line)
        if plan is None:
            self.state.see_heading(line)
            return False
        if not plan.counts and is_sentence(line):
            return False
        row = row_of(plan, tokens.numbers)
        return add_row(
            self.state,
            row,
            line,
            rank,
        )

    def _add_cells(self, cells: list[Cell], rank: str) -> bool:
        """Add the row of a table with a column for each split; clocks and sizes are left out."""
        recorder = self.state.recorder
        run = self.state.run_of(rank)
        known = [cell for cell in cells if self.resolver.is_metric(cell.name)]
        for name, split, value in known:
            key = Key(name, split, _COLUMNS, run)
            recorder.add(key, value, math.nan, recorder.epoch)
        return bool(known)

    def add_mapping(
        self,
        values: Mapping[str, object],
        rank: str = "",
        head: str = "",
    ) -> bool:
        """Add a printed dict as a row; return whether it held a metric."""
        return self._dicts.add(values, rank, head)

    def read_block(self, block: Block) -> None:
        """Read lines of one kind that stand one after another."""
        read_block(self.state, block)

    def curves(self) -> tuple[Curve, ...]:
        """Return all curves of the lines so far, the bars' after the lines'."""
        self._bars.finish()
        found = self.state.recorder.curves()
        return tuple(found)
