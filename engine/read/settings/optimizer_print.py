"""The print of an optimizer with its parameter groups, as torch writes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from engine.read.settings.blocks import parse_lines
from engine.read.settings.literals import TITLE

_HEADING = "Parameter Group"
_GROUP_HEADING = re.compile(r"\s*+Parameter Group (\d{1,4})\s*+")
_START = re.compile(r"(?:.{0,100}[\s:=])??([A-Za-z]\w{1,60}+) ?\(\s*+")
_LINE = re.compile(r"\s*+(?:[\w ]{1,60}+:.{0,400})?")
_END = ")"
_MOST_GROUPS = 64
_MOST_LINES = 2000


class OptimizerPrint(NamedTuple):
    """end: line behind the print."""

    end: int
    settings: dict[str, object]


def optimizer_print(
    lines: Sequence[str],
    index: int,
) -> OptimizerPrint | None:
    """Return the print that begins on the line: the first group under no name of its own."""
    below = lines[index + 1 : index + 2]
    if not below or _HEADING not in below[0]:
        return None
    start = _START.fullmatch(lines[index])
    if start is None:
        return None
    groups = _Groups(start.group(1))
    end = index + 1
    for line in lines[index + 1 : index + _MOST_LINES]:
        end += 1
        if line.strip() == _END:
            break
        if not groups.takes(line):
            end -= 1
            break
    groups.close()
    return OptimizerPrint(end, groups.settings)


@dataclass
class _Groups:
    optimizer: str
    settings: dict[str, object] = field(default_factory=dict)
    name: str = ""
    texts: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.settings[TITLE] = self.optimizer

    def takes(self, line: str) -> bool:
        """Return whether the line belongs to the print, and take it."""
        heading = _GROUP_HEADING.fullmatch(line)
        if heading is not None:
            self.close()
            self.name = heading.group(1)
            return True
        if _LINE.fullmatch(line) is None:
            return False
        self.texts.append(line.strip())
        return True

    def close(self) -> None:
        parsed = parse_lines(self.texts)
        self.texts = []
        if not self.name or len(self.settings) > _MOST_GROUPS:
            return
        if self.name == "0":
            self.settings.update(parsed.settings)
        else:
            self.settings[f"group {self.name}"] = parsed.settings
