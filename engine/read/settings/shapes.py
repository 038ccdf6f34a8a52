"""Shapes of lines: a line without its digits. Lines of one shape are of one kind.

`step 10 loss 2.5` and `step 11 loss 2.4` have one shape. Logs have few shapes and many lines, so
what is known of a shape saves a look at each line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import (
    Iterator,
    Sequence,
)

MOST_SHAPES = 2000  # of a log of ever new words only sure lines are looked at
_MOST_FAILURES = 2  # of lines of one shape; the next ones are rows, too
_MOST_SHORT_UNITS = 8
_MOST_UNITS = 1000
_DIGITS = b"0123456789"
_SHAPE = 120  # bytes of a line that tell its shape
_CHUNK = 4096  # lines that are joined at once: one call for each line takes five times as long


def shapes_of(
    lines: Sequence[str],
    longest: int = _SHAPE,
) -> Iterator[bytes]:
    """Yield the shape of each line, at most so many bytes of it."""
    for start in range(0, len(lines), _CHUNK):
        chunk = lines[start : start + _CHUNK]
        shapes = _split("\n".join(chunk))
        if len(shapes) != len(chunk):  # a line holds a line break
            shapes = [shape for line in chunk for shape in _split(line.replace("\n", " "))]
        for shape in shapes:
            yield shape[:longest]


def _split(text: str) -> list[bytes]:
    """Return the shape of each line of a text."""
    encoded = text.encode("utf-8", errors="replace")
    without_digits = encoded.translate(None, _DIGITS)
    return without_digits.split(b"\n")


class RowShapes:
    """Remembers the shapes of lines that hold no settings, so that a log of rows is fast.

    of_rows: shapes of which no line needs a look.
    """

    def __init__(self) -> None:
        self.failures: Counter[bytes] = Counter()
        self.units: Counter[bytes] = Counter()
        self.of_rows: set[bytes] = set()

    @property
    def are_ever_new(self) -> bool:
        return len(self.failures) > MOST_SHAPES

    def count_failure(self, shape: bytes) -> None:
        """Count a line that was looked at in vain."""
        self.failures[shape] += 1
        if self.failures[shape] >= _MOST_FAILURES:
            self.of_rows.add(shape)

    def count_unit(self, shape: bytes, may_be_row: bool) -> None:
        """Count settings that come again and again: after so many they are rows as well."""
        self.units[shape] += 1
        most = _MOST_SHORT_UNITS if may_be_row else _MOST_UNITS
        if self.units[shape] >= most:
            self.of_rows.add(shape)
