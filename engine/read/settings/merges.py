"""Blocks of YAML that stand for others: `<<: *defaults` and `optimizer: *adam`.

They are written out line by line before the settings are read, which keeps the reader of blocks
plain. What a block sets itself stands over what it merges, as YAML 1.1 has it.
"""

from __future__ import annotations

import re
from collections.abc import (
    Iterator,
    Sequence,
)
from dataclasses import (
    dataclass,
    field,
)

_MOST_LINES = 20_000  # written out; blocks that merge blocks could double with each line
_NAME = r"[\w.\-]{1,80}"
_ANCHORED = re.compile(rf"( *+)([\w.\-]{{1,100}}): *+&({_NAME}) *+")
_LISTED = rf"(?: *+, *+\*{_NAME}){{0,20}}"
_MERGE = re.compile(rf" *+<<: *+(\[? *+\*{_NAME}{_LISTED} *+\]?) *+")
_REFERENCE = re.compile(rf"( *+)([\w.\-]{{1,100}}): *+\*({_NAME}) *+")
_ALIAS = re.compile(rf"\*({_NAME})")
_KEY = re.compile(r" *+([\w.\-]{1,100}):(?= |$)")
_DEEPER = 2  # blanks
_NO_KEYS: frozenset[str] = frozenset()


def with_merges(lines: Sequence[str]) -> list[str]:
    """Return the lines with each merged block written out.

    A block at the margin that others merge is a template and left out. A block that is merged
    before it is written down, or that is not there, adds nothing.
    """
    if not any(map(_stands_for_block, lines)):
        return list(lines)
    writer = _Writer()
    for line in lines:
        writer.add(line)
    return writer.finished()


def _stands_for_block(line: str) -> bool:
    if "*" not in line:
        return False
    if _MERGE.fullmatch(line):
        return True
    return _REFERENCE.fullmatch(line) is not None


@dataclass
class _Anchor:
    """A named block while its lines are read, or when they are complete.

    start, end: of its lines among those that are written.
    """

    name: str
    indent: int
    start: int
    end: int = 0
    is_merged: bool = False

    @property
    def is_template(self) -> bool:
        return self.is_merged and self.indent == 0


@dataclass
class _Merge:
    """Blocks that the block at the indent merges at its end."""

    indent: int
    names: list[str]


@dataclass
class _Writer:
    written: list[str] = field(default_factory=list)
    anchors: dict[str, _Anchor] = field(default_factory=dict)
    open: list[_Anchor | _Merge] = field(default_factory=list)

    def add(self, line: str) -> None:
        text = line.lstrip()
        if not text or text.startswith("#"):
            return
        indent = _indent(line)
        self._close(indent)
        if self._is_merge(line, indent):
            return
        if self._is_anchored(line, indent):
            return
        if self._is_reference(line, indent):
            return
        self._write(line)

    def _is_merge(
        self,
        line: str,
        indent: int,
    ) -> bool:
        merge = _MERGE.fullmatch(line)
        if merge is None:
            return False
        aliases = merge.group(1)
        names = _ALIAS.findall(aliases)
        self.open.append(_Merge(indent, names))
        return True

    def _is_anchored(
        self,
        line: str,
        indent: int,
    ) -> bool:
        anchored = _ANCHORED.fullmatch(line)
        if anchored is None:
            return False
        pad, key, name = anchored.groups()
        self._write(f"{pad}{key}:")
        start = len(self.written)
        self.open.append(_Anchor(name, indent, start))
        return True

    def _is_reference(
        self,
        line: str,
        indent: int,
    ) -> bool:
        reference = _REFERENCE.fullmatch(line)
        if reference is None:
            return False
        pad, key, name = reference.groups()
        if name not in self.anchors:
            return False
        self._write(f"{pad}{key}:")
        self._write_block(
            name,
            indent + _DEEPER,
            _NO_KEYS,
        )
        return True

    def finished(self) -> list[str]:
        """Return all lines without the templates."""
        self._close(-1)
        dropped: set[int] = set()
        for anchor in self.anchors.values():
            if anchor.is_template:
                places = range(anchor.start - 1, anchor.end)
                dropped.update(places)
        kept = []
        for place, line in enumerate(self.written):
            if place not in dropped:
                kept.append(line)
        return kept

    def _close(self, indent: int) -> None:
        """End what the indent ends: a named block at its own, a merging block in front of it."""
        while self.open:
            last = self.open[-1]
            if isinstance(last, _Anchor):
                if indent > last.indent:
                    return
                last.end = len(self.written)
                self.anchors[last.name] = last
            elif indent >= last.indent:
                return
            else:
                self._write_merged(last)
            self.open.pop()

    def _write_merged(self, merge: _Merge) -> None:
        """Write the blocks that a block merges; the first that has a key gives it."""
        for name in merge.names:
            keys = self._keys_at(merge.indent)
            own = frozenset(keys)
            self._write_block(
                name,
                merge.indent,
                own,
            )

    def _keys_at(self, indent: int) -> Iterator[str]:
        """Yield the keys of the last block that is written, if it stands at the indent."""
        for line in reversed(self.written):
            if _indent(line) < indent:
                return
            if _indent(line) == indent:
                yield _key_of(line)

    def _write_block(
        self,
        name: str,
        indent: int,
        own: frozenset[str],
    ) -> None:
        """Write the lines of a named block at an indent, without the keys that are set there."""
        anchor = self.anchors.get(name)
        if anchor is None:
            return
        anchor.is_merged = True
        lines = self.written[anchor.start : anchor.end]
        indents = map(_indent, lines)
        margin = min(indents, default=0)
        pad = " " * indent
        is_set = False
        for line in lines:
            rest = line[margin:]
            if _indent(line) == margin:
                key = _key_of(rest)
                is_set = key != "" and key in own
            if not is_set:
                self._write(pad + rest)

    def _write(self, line: str) -> None:
        if len(self.written) < _MOST_LINES:
            self.written.append(line)


def _key_of(line: str) -> str:
    """Return the key of a line, empty for an item."""
    key = _KEY.match(line)
    return key.group(1) if key else ""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
