"""Reads the lines of a log: each goes to the reader of its kind, all values into one recorder."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from engine.read.inputs import Curve
from engine.read.log.alike import block_of_alike
from engine.read.log.bar_rows import BarReader
from engine.read.log.block_rows import read_block
from engine.read.log.blocks import Block
from engine.read.log.dict_rows import DictReader
from engine.read.log.frames import Frame, frame_of
from engine.read.log.headings import is_sentence, run_of_heading
from engine.read.log.line_reader import LineReader
from engine.read.log.listed_names import with_names_beside
from engine.read.log.plan import Plan, Row
from engine.read.log.recorder import Key
from engine.read.log.single_rows import add_row
from engine.read.log.split_columns import Cell, SplitColumns
from engine.read.log.state import LogState
from engine.read.log.thinning import Thinning
from engine.read.log.tokens import Tokens, unwrapped
from engine.read.metric_names.resolve import Resolver

_LONGEST_KNOWN = 200  # characters of a line that is remembered
_MOST_KNOWN = 2000  # lines
_COLUMNS = "columns"  # group of the curves of tables with a column for each split


# A line as it is read; its values and positions, None for a line without any; and the run that it
# names, empty for none.
_Known = tuple[str, Row | None, str]


class LogReader:
    """Reads lines one after another; what they say holds for the lines below them."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.state = LogState()
        self._lines = LineReader(resolver)
        self._known: dict[str, _Known | None] = {}  # None: read among others that are alike
        self._thinning = Thinning()
        self._columns = SplitColumns()
        self._bars = BarReader(self.state, self._lines)
        self._dicts = DictReader(
            self.state,
            self._lines,
            resolver,
        )

    def may_say(self, line: str) -> bool:
        """Say whether a line may hold a value, a position or a heading."""
        return self._lines.words.are_in_line(line)

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
        known = self._known.get(line)
        if known is None:
            known = self._look_at(line)
        text, row, run = known
        cells = self._columns.take(text)
        if cells is not None:
            return self._add_cells(cells, rank)
        if row is None:
            self.state.see_heading(text)
            return False
        self.state.open_run(run)
        if not row.plan.counts and is_sentence(text):
            return False
        return add_row(
            self.state,
            row,
            text,
            rank,
        )

    def knows(self, line: str) -> bool:
        """Say whether the very same line was read before, by this reader and no other."""
        return line in self._known

    def passes_over(self, line: str) -> bool:
        """Say whether a line is left out like the many before it that begin as it does."""
        return self._thinning.passes_over(line)

    @property
    def left_out(self) -> int:
        """How many lines of ever new names were not read."""
        return self._lines.left_out + self._thinning.passed

    @property
    def passed_alike(self) -> int:
        """How many lines were passed over that are like many others but for their words."""
        return self._thinning.passed_alike

    @property
    def values_left_out(self) -> int:
        """How many values were not kept, for their names are further ones."""
        return self.state.recorder.left_out + self._dicts.left_out

    def _look_at(self, line: str) -> _Known:
        """Take a line apart, and remember what it says if it is short: lines come again."""
        text = with_names_beside(unwrapped(line))
        lines = self._lines
        left_out, alike = lines.left_out, lines.alike
        row = lines.row(text)
        if lines.alike > alike:
            self._thinning.see_alike()
        elif row is not None:
            self._thinning.end_alike()
        if row is not None:
            self._thinning.end(line)
        elif lines.left_out > left_out:
            self._thinning.leave_out(line)
        known = text, row, run_of_heading(text)
        if _is_short(line):
            self._remember({line: known})
        return known

    def _remember(self, known: Mapping[str, _Known | None]) -> None:
        if len(self._known) + len(known) > _MOST_KNOWN:
            self._known.clear()
        self._known.update(known)

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

    def read_alike(self, lines: Sequence[str]) -> bool:
        """Read lines that differ in digits only, all at once; return whether that could be done."""
        if not self._thinning.is_idle:
            return False
        block = block_of_alike(lines, self.plan)
        if block is None:
            return False
        self._thinning.end_alike()
        self._columns.splits = ()
        self.read_block(block)
        short = filter(_is_short, lines[-_MOST_KNOWN:])
        self._remember(dict.fromkeys(short))
        return True

    def read_block(self, block: Block) -> None:
        """Read lines of one kind that stand one after another."""
        read_block(self.state, block)

    def curves(self) -> tuple[Curve, ...]:
        """Return all curves of the lines so far, the bars' after the lines'."""
        self._bars.finish()
        found = self.state.recorder.curves()
        return tuple(found)


def _is_short(line: str) -> bool:
    return len(line) <= _LONGEST_KNOWN
