"""Passes over most of the lines that begin like many others which were left out.

A log of ever new names has lines that no plan is made for. To take each of them apart, to no end,
takes most of the time of reading such a log.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

_HEAD = 5  # characters that lines of one kind begin with, but for digits
_DIGITS = "0123456789"
_MANY = 500  # lines left out since the last one with that head that was read
_STRIDE = 8  # of them one is looked at, for the log may go on in another way


@dataclass
class Thinning:
    """Counts the lines that were left out by their head. passed: lines that were passed over."""

    left_out: Counter[str] = field(default_factory=Counter)
    passed: int = 0
    _turn: int = 0

    def passes_over(self, line: str) -> bool:
        """Say whether a line need not be looked at, and count it."""
        if not self.left_out or self.left_out[_head_of(line)] < _MANY:
            return False
        self._turn += 1
        if self._turn % _STRIDE == 0:
            return False
        self.passed += 1
        return True

    def leave_out(self, line: str) -> None:
        """Count a line that was left out."""
        self.left_out[_head_of(line)] += 1

    def end(self, line: str) -> None:
        """Look at all lines again that begin as one does that was read by the plan of others."""
        self.left_out.pop(_head_of(line), None)


def _head_of(line: str) -> str:
    return line[:_HEAD].rstrip(_DIGITS)
