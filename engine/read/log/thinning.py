"""Passes over most of the lines that begin like many others which were left out, and most of those
that are like many others but for their words.

A log of ever new names has lines that no plan is made for, and one of ever new words lines that
have one plan, but no shape in common. To take each of them apart, to little end, takes most of the
time of reading such a log.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

_HEAD = 5  # characters that lines of one kind begin with, but for digits
_DIGITS = "0123456789"
_MANY = 500  # lines left out since the last one with that head that was read
_MANY_ALIKE = 5000  # lines one after another that differ in their words, and have one plan
_STRIDE = 8  # of them one is looked at, for the log may go on in another way


@dataclass
class Thinning:
    """Counts the lines that were left out by their head, and those read by the plan of others.

    passed: lines that were passed over; passed_alike: those that a plan of others would have read.
    """

    left_out: Counter[str] = field(default_factory=Counter)
    alike: int = 0
    passed: int = 0
    passed_alike: int = 0
    _turn: int = 0

    @property
    def is_idle(self) -> bool:
        """Whether every line is looked at, whatever it begins with."""
        return not self.left_out and self.alike < _MANY_ALIKE

    def passes_over(self, line: str) -> bool:
        """Say whether a line need not be looked at, and count it."""
        are_alike = self.alike >= _MANY_ALIKE
        if not are_alike and not self._is_left_out(line):
            return False
        self._turn += 1
        if self._turn % _STRIDE == 0:
            return False
        if are_alike:
            self.passed_alike += 1
        else:
            self.passed += 1
        return True

    def _is_left_out(self, line: str) -> bool:
        return bool(self.left_out) and self.left_out[_head_of(line)] >= _MANY

    def leave_out(self, line: str) -> None:
        """Count a line that was left out."""
        self.left_out[_head_of(line)] += 1

    def see_alike(self) -> None:
        """Count a line that is read by the plan of others."""
        self.alike += 1

    def end_alike(self) -> None:
        """Look at all lines again where one has a shape that is known."""
        self.alike = 0

    def end(self, line: str) -> None:
        """Look at all lines again that begin as one does that was read by the plan of others."""
        if self.left_out:
            self.left_out.pop(_head_of(line), None)


def _head_of(line: str) -> str:
    return line[:_HEAD].rstrip(_DIGITS)
