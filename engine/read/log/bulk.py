"""Reads the many lines of one kind of a long log at once.

All lines of a kind are matched in one pass. What no pattern matches is left to the reader of single
lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from engine.read.log.blocks import Block
from engine.read.log.kinds import Kind
from engine.read.log.tokens import value_of
from engine.run import Floats

LEAST_CHARACTERS = 64_000  # a shorter text is read line by line in a few hundredths of a second
_CHUNK = 4_000_000  # characters that are matched at once: it bounds the memory
_SAMPLES = 500
_LEAST_LINES = 4  # of a run
_CONTROLS = "\r\b\x1b"


@dataclass
class BulkText:
    """Single lines of a text, and the blocks of lines between them.

    is_whole: the lines are those of the source, and there are no blocks. stride: of the lines of a
    block one is read in so many.
    """

    lines: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    samples: list[str] = field(default_factory=list)
    is_whole: bool = False
    stride: int = 1

    def add_lines(self, text: str) -> None:
        lines = text.split("\n")
        self.lines.extend(filter(None, lines))

    def add_block(
        self,
        text: str,
        kind: Kind,
        stride: int,
    ) -> None:
        """Add lines as a block; lines whose numbers are none stay single."""
        columns = _columns(text, kind, stride)
        if columns is None:
            self.add_lines(text)
            return
        block = Block(len(self.lines), kind.plan, columns)
        self.blocks.append(block)
        if len(self.samples) < _SAMPLES:
            first, _, _ = text.partition("\n")
            self.samples.append(first)


def may_be_bulk(text: str) -> bool:
    """Say whether a text is long, and its lines are plain: no bar is drawn over another."""
    if len(text) < LEAST_CHARACTERS:
        return False
    return not any(map(text.__contains__, _CONTROLS))


def split_in_bulk(
    text: str,
    kinds: Sequence[Kind],
    stride: int = 1,
) -> BulkText:
    """Part a text into single lines and blocks of lines; of each block every stride-th line."""
    bulk = BulkText(stride=stride)
    for chunk in _chunks(text):
        _split_chunk(chunk, kinds, stride, bulk)
    return bulk


def _chunks(text: str) -> Iterator[str]:
    """Yield parts of the text that end with a line, unless a line is longer than a part."""
    start = 0
    while start < len(text):
        end = min(start + _CHUNK, len(text))
        if end < len(text):
            newline = text.rfind("\n", start, end)
            end = newline + 1 if newline >= start else end
        yield text[start:end]
        start = end


class _Run(NamedTuple):
    """Lines of one kind one after another, by their place in the text."""

    start: int
    end: int
    kind: Kind


def _split_chunk(
    text: str,
    kinds: Sequence[Kind],
    stride: int,
    bulk: BulkText,
) -> None:
    """Add the lines between the runs, and each run as a block."""
    if not text.endswith("\n"):
        text += "\n"
    position = 0
    for run in _runs(text, kinds):
        if run.start < position:  # two patterns match one line
            continue
        single = text[position : run.start]
        bulk.add_lines(single)
        lines = text[run.start : run.end]
        bulk.add_block(lines, run.kind, stride)
        position = run.end
    rest = text[position:]
    bulk.add_lines(rest)


def _runs(text: str, kinds: Sequence[Kind]) -> list[_Run]:
    """Return the runs of all kinds in the order of the text; to make arrays of a few lines takes
    longer than to read them one by one.
    """
    runs = []
    for kind in kinds:
        for match in kind.run.finditer(text):
            start, end = match.span()
            if text.count("\n", start, end) >= _LEAST_LINES:
                runs.append(_Run(start, end, kind))
    runs.sort(key=lambda run: run.start)
    return runs


def _columns(
    text: str,
    kind: Kind,
    stride: int,
) -> dict[int, Floats] | None:
    """Return the numbers of every stride-th line by their places; None where one is no number."""
    table = _table_of(text, kind)
    if table is not None:
        kept = table[::stride]
        # A view would keep the numbers of all lines and of all places.
        return {place: kept[:, kind.skipped + place].copy() for place in kind.places}
    found = kind.pattern.findall(text)
    if len(found) != text.count("\n"):
        return None
    return _captured(found[::stride], kind)


def _table_of(text: str, kind: Kind) -> Floats | None:
    """Return all numbers of the lines as an array of shape (lines, numbers), without what stands
    between them; None where that is not all that is left.
    """
    if not kind.signs:
        return None
    height = text.count("\n")
    for sign in kind.signs:
        text = text.replace(sign, " ")
    try:
        numbers = np.fromstring(text, sep=" ")
    except ValueError:  # a text that is no number: `1,000`, `nan.0`
        return None
    if len(numbers) != height * kind.width:
        return None
    return numbers.reshape(height, kind.width)


def _captured(
    found: Sequence[str] | Sequence[Sequence[str]],
    kind: Kind,
) -> dict[int, Floats]:
    """Return the numbers that the pattern captures, by their places."""
    is_single = len(kind.places) == 1  # findall gives no tuples then
    columns = [found] if is_single else list(zip(*found, strict=True))
    numbers = {}
    for place, column in zip(
        kind.places,
        columns,
        strict=True,
    ):
        texts = list(map(str, column))
        numbers[place] = _numbers(texts)
    return numbers


def _numbers(texts: Sequence[str]) -> Floats:
    try:
        return _floats(texts)
    except ValueError:
        values = map(value_of, texts)
        return np.array(list(values))


def _floats(texts: Sequence[str]) -> Floats:
    """Raises ValueError for a text that Python takes for no number: `1,000`, `nan.0`."""
    values = map(float, texts)
    return np.array(list(values))
