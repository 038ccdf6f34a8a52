"""Small tables of an epoch with a column for each split, as AllenNLP prints them: a header
`Training | Validation`, and `loss | 0.661 | 0.603` below it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from engine.read.metric_names.words import SPLIT_WORDS
from engine.read.parts.numbers import number_from_text

_BAR = "|"
_LONGEST = 200  # characters of a line
_LONGEST_NAME = 80


class Cell(NamedTuple):
    """A value of a row: the name of the row, and the split of the column."""

    name: str
    split: str
    value: float


@dataclass
class SplitColumns:
    """The columns of the last header; empty where the lines below it have ended."""

    splits: tuple[str, ...] = ()

    def take(self, line: str) -> list[Cell] | None:
        """Return the values of a row, none for a header; None for any other line."""
        if _BAR not in line or len(line) > _LONGEST:
            self.splits = ()
            return None
        cells = [cell.strip() for cell in line.split(_BAR)]
        splits = _splits_of(cells)
        if splits:
            self.splits = splits
            return []
        name, *values = cells
        is_name = 0 < len(name) <= _LONGEST_NAME
        if not is_name or len(values) != len(self.splits):
            self.splits = ()
            return None
        found = self._cells(name, values)
        return list(found)

    def _cells(self, name: str, texts: list[str]) -> Iterator[Cell]:
        pairs = zip(
            self.splits,
            texts,
            strict=True,
        )
        for split, text in pairs:
            number = number_from_text(text)
            if number is not None:
                yield Cell(name, split, number)


def _splits_of(cells: list[str]) -> tuple[str, ...]:
    """Return the splits of a header: two or more cells, each the word of another one."""
    splits: list[str] = []
    for cell in cells:
        word = cell.lower()
        split = SPLIT_WORDS.get(word, "")
        if not split or split in splits:
            return ()
        splits.append(split)
    if len(splits) < 2:
        return ()
    return tuple(splits)
