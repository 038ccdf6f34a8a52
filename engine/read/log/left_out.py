"""What was not read of a log, for it would have taken too long: each bound says what it cost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from engine.read.settings.beyond import Beyond
from engine.read.settings.entry_blocks import MOST_LINES


@dataclass
class LeftOut:
    """Counts of what was not read.

    new_names: lines that differ from many others in names alone. alike: lines like many others but
    for their words. values: under names beyond those that are followed. stride: of the lines that
    were read, 1 for all. printed: lines that may print lists or mappings. tables: of HTML.
    settings: what was not searched for them.
    """

    new_names: int = 0
    alike: int = 0
    values: int = 0
    stride: int = 1
    printed: int = 0
    tables: int = 0
    settings: Beyond = field(default_factory=Beyond)

    def warnings(self, source: str) -> tuple[str, ...]:
        return tuple(f"{source}: {note} (left out)" for note in self._notes())

    def _notes(self) -> Iterator[str]:
        yield from self._notes_of_values()
        beyond = self.settings
        if beyond.sentences:
            lines = _counted(beyond.sentences, "further line")
            yield f"{lines} that may state settings were not read"
        if beyond.cut_blocks:
            blocks = _counted(beyond.cut_blocks, "block")
            yield f"after {MOST_LINES:,} lines {blocks} of settings ended"
        if beyond.blocks:
            yield f"{_counted(beyond.blocks, 'further line')} that may open settings were not read"

    def _notes_of_values(self) -> Iterator[str]:
        if self.stride > 1:
            yield f"of each {self.stride} lines with numbers only one was read"
        if self.new_names:
            yield f"names in {_counted(self.new_names, 'line')} of ever new names were not read"
        if self.alike:
            lines = _counted(self.alike, "line")
            yield f"{lines} like many others but for their words were not read"
        if self.values:
            yield f"{_counted(self.values, 'value')} of further names were not read"
        if self.printed:
            yield f"{_counted(self.printed, 'further line')} that may print lists were not searched"
        if self.tables:
            yield f"{_counted(self.tables, 'further HTML table')} were not read"


def _counted(count: int, what: str) -> str:
    ending = "" if count == 1 else "s"
    return f"{count:,} {what}{ending}"
