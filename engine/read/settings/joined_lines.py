"""Lines of settings, with each value that goes on over several lines on one."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field

from engine.read.settings.entries import entry_of, without_comment

_OPENING_BRACKET = re.compile(r"[(\[{]")
_BRACKETS = re.compile(r"[()\[\]{}]")
_OPENING = "([{"
_MOST_JOINED = 2000  # lines of one value
# A block in brackets whose lines are entries without commas: `train:[`, `solver {`.
_BLOCK_OPENING = re.compile(r"(\s*+[\"']?[A-Za-z_][\w./\-]{0,80}+[\"']?)\s?[:=]?\s?[\[{]\s*+")
_NAMED_BLOCK = re.compile(r"\s*+[A-Za-z_][\w./\-]{0,80}+ ?\{\s*+")


def logical_lines(
    lines: Iterable[str],
    plain_ones: Container[str] = (),
) -> Iterator[str]:
    """Yield the lines without comments; a value whose bracket stays open is joined to one line.

    plain_ones: lines that are known to have neither a comment nor a bracket.
    """
    waiting = _Joined()
    for line in lines:
        if line in plain_ones and not waiting.parts:
            yield line
            continue
        plain = without_comment(line)
        if not waiting.parts and _OPENING_BRACKET.search(plain) is None:
            if plain:
                yield plain
            continue
        if waiting.is_nested_block(plain):
            yield block_key(waiting.parts[0])
            waiting = _Joined()
        if waiting.parts:
            waiting.add(plain.strip())
            if waiting.is_complete:
                yield waiting.text()
                waiting = _Joined()
        elif _opens_value(plain):
            waiting.add(plain)
        elif plain.strip():
            yield with_colon(plain)
    yield from waiting.parts


@dataclass
class _Joined:
    parts: list[str] = field(default_factory=list)
    level: int = 0

    def add(self, line: str) -> None:
        self.parts.append(line)
        self.level += bracket_level(line)

    def is_nested_block(self, below: str) -> bool:
        """Return whether the lines below the first one are entries of a nested block."""
        return len(self.parts) == 1 and opens_nested_block(self.parts[0], below)

    @property
    def is_complete(self) -> bool:
        return self.level <= 0 or len(self.parts) >= _MOST_JOINED

    def text(self) -> str:
        return " ".join(self.parts)


def block_key(line: str) -> str:
    """Return the opening of a block in brackets as a key with a colon, the line itself else."""
    opening = _BLOCK_OPENING.fullmatch(line)
    return f"{opening.group(1)}:" if opening else line


def with_colon(line: str) -> str:
    """Return `solver {` as `solver:`, and any other line as it is."""
    if "{" not in line:
        return line
    return block_key(line) if _NAMED_BLOCK.fullmatch(line) else line


def opens_nested_block(
    line: str,
    below: str,
) -> bool:
    """Return whether a line opens a block whose first line is an entry that no comma ends.

    Commas between the entries are those of a mapping in a printed value.
    """
    if _BLOCK_OPENING.fullmatch(line) is None:
        return False
    if _BLOCK_OPENING.fullmatch(below):
        return True
    if below.endswith(","):
        return False
    entry = entry_of(below)
    return entry is not None and entry.value != ""


def bracket_level(line: str) -> int:
    """Return how many brackets of the line stay open, negative for those that it closes."""
    level = 0
    for bracket in _BRACKETS.findall(line):
        level += 1 if bracket in _OPENING else -1
    return level


def _opens_value(line: str) -> bool:
    """Return whether the value of an entry has a bracket that stays open."""
    if _OPENING_BRACKET.search(line) is None or _NAMED_BLOCK.fullmatch(line):
        return False
    if bracket_level(line) <= 0:
        return False
    entry = entry_of(line)
    if entry is None or entry.kind not in ":=":
        return False
    return _BRACKETS.search(entry.value) is not None
