"""Cuts the settings out of the lines of a log: commands, prints, blocks of entries, programs."""

from __future__ import annotations

from collections.abc import (
    Callable,
    Iterator,
    Sequence,
)
from dataclasses import dataclass
from functools import cached_property

from engine.read.parts.line_search import chunks_of, joined, lines_with
from engine.read.settings.beyond import Beyond
from engine.read.settings.commands import (
    MAX_COMMAND,
    command_of,
    may_be_command,
)
from engine.read.settings.entry_blocks import BlockReader
from engine.read.settings.joined_lines import with_colon
from engine.read.settings.judge import are_settings
from engine.read.settings.prints import (
    Print,
    Prints,
)
from engine.read.settings.program import (
    end_of_program,
    program_settings,
    starts_program,
)
from engine.read.settings.prose import settings_of_sentence
from engine.read.settings.shapes import RowShapes, shapes_of
from engine.read.settings.unit import Unit
from engine.read.settings.wording import pairs_of_line

__all__ = ["Unit", "units_of"]

_MOST_CONTINUED = 200  # lines of one command
_MOST_OF_COMMANDS = 400_000  # characters
_MOST_LOOKS = 20_000  # lines that are looked at in vain
_LEAST_BLANKS = 3  # of a sentence
_MOST_SENTENCES = 1000  # that state settings
_MOST_ROWS = 2000  # prints or lines that were rows of a curve: after so many the rest is, too


# Words of lines that are looked at in a log of ever new words, too.
_SURE = ("namespace(", "rguments(", "onfig(", " --lr", " --learning", " --batch", "parameter group")


def units_of(
    lines: Sequence[str],
    beyond: Beyond | None = None,
) -> Iterator[Unit]:
    """Yield the units in their order; they do not overlap. `beyond` counts what is left out."""
    return _Cutter(lines, beyond or Beyond()).units()


@dataclass
class _Budget:
    """Attempts that may still fail, so that a long log of rows costs a bounded time."""

    left: int = _MOST_ROWS

    def fail(self) -> None:
        self.left -= 1


class _Cutter:
    def __init__(
        self,
        lines: Sequence[str],
        beyond: Beyond,
    ) -> None:
        self.lines = lines
        self.beyond = beyond
        self.prints = Prints(lines)
        self.blocks = BlockReader(lines, beyond)
        self.shapes = RowShapes()
        self.of_prints = _Budget()
        self.of_pairs = _Budget()
        self.of_sentences = _Budget(_MOST_SENTENCES)
        self.of_lines = _Budget(_MOST_LOOKS)
        self.command_size = _MOST_OF_COMMANDS

    def units(self) -> Iterator[Unit]:
        end = 0  # of the last unit
        of_rows = self.shapes.of_rows
        for index, shape in enumerate(shapes_of(self.lines)):
            if shape in of_rows or index < end:
                continue
            if self.shapes.are_ever_new and index not in self.sure:
                continue
            unit = self._unit_at(index)
            if unit is None:
                self.shapes.count_failure(shape)
                self.of_lines.fail()
                if self.of_lines.left <= 0:
                    return
                continue
            self.shapes.count_unit(shape, unit.may_be_row)
            yield unit
            end = unit.end

    @cached_property
    def sure(self) -> set[int]:
        """The lines with a word of settings, which are looked at in any log."""
        found: set[int] = set()
        start = 0
        for chunk in chunks_of(self.lines):
            numbers = lines_with(joined(chunk), _SURE)
            found.update(start + number for number in numbers)
            start += len(chunk)
        return found

    def _unit_at(self, index: int) -> Unit | None:
        """Return the first unit that a reader finds on the line."""
        line = self.lines[index]
        for read in self._readers(line):
            unit = read(index)
            if unit is not None:
                return unit
        return None

    def _readers(self, line: str) -> Iterator[Callable[[int], Unit | None]]:
        """Yield what may read the line, by tests that cost little.

        An assignment is read as a block first, so that its name is kept: `optim = dict(lr=0.1)`.
        """
        if starts_program(line):
            yield self._program
        if may_be_command(line):
            yield self._command
        if "{" in line or "(" in line:
            if " = " in line or with_colon(line) != line:
                yield self.blocks.at
            yield self._print
        yield self.blocks.at
        if "=" in line or ":" in line or " | " in line:
            yield self._pairs
        if line.count(" ") >= _LEAST_BLANKS:
            yield self._sentence

    def _program(self, index: int) -> Unit | None:
        end = end_of_program(self.lines, index)
        if end == index:
            return None
        lines = self.lines[index:end]
        return Unit(index, end, program_settings(lines))

    def _command(self, index: int) -> Unit | None:
        first = self.lines[index]
        end = index + 1
        if first.rstrip().endswith("\\"):
            end = self._end_of_command(index)
        parts = [line.rstrip("\\ \t") for line in self.lines[index:end]]
        text = " ".join(parts)
        self.command_size -= len(text)
        if self.command_size < 0:
            return None
        settings = command_of(text[:MAX_COMMAND])
        return None if settings is None else Unit(index, end, settings)

    def _end_of_command(self, index: int) -> int:
        end = index
        for line in self.lines[index : index + _MOST_CONTINUED]:
            end += 1
            if not line.rstrip().endswith("\\"):
                break
        return end

    def _print(self, index: int) -> Unit | None:
        if self.of_prints.left <= 0:
            return None
        found = self.prints.at(index)
        if found is None:
            return None
        if not found.is_container and not are_settings(found.settings):
            self.of_prints.fail()
            return None
        return _unit_of_print(index, found)

    def _pairs(self, index: int) -> Unit | None:
        """Read `lr: 0.001 | bs: 32`: a line of pairs that are all settings."""
        if self.of_pairs.left <= 0:
            return None
        found = pairs_of_line(self.lines[index])
        if not found:
            self.of_pairs.fail()
            return None
        signature = tuple(found)
        return Unit(index, index + 1, found, signature)

    def _sentence(self, index: int) -> Unit | None:
        """Read a sentence; each that is one counts, for those of a long text repeat another."""
        if self.of_sentences.left <= 0:
            self.beyond.sentences += 1
            return None
        found = settings_of_sentence(self.lines[index])
        if not found:
            return None
        self.of_sentences.fail()
        signature = tuple(found)
        return Unit(index, index + 1, found, signature)


def _unit_of_print(
    index: int,
    found: Print,
) -> Unit:
    """A container, such as a Namespace, is never a row of a curve."""
    signature = () if found.is_container else tuple(found.settings)
    return Unit(
        index,
        found.end,
        found.settings,
        signature,
        is_alone=found.is_alone,
    )
