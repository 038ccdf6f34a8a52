"""Add up the points of an attempt. No Django."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """Points for one answer, 0 to `maximum`."""

    points: float
    maximum: float

    def __post_init__(self) -> None:
        if not 0 <= self.points <= self.maximum or not self.maximum > 0:
            raise ValueError(f"{self.points} of {self.maximum} points is no mark")

    @property
    def is_right(self) -> bool:
        return self.points == self.maximum

    @property
    def verdict(self) -> str:
        if self.is_right:
            return "Right"
        if self.points > 0:
            return "Partly right"
        return "Wrong"


@dataclass(frozen=True, slots=True)
class Grade:
    score: float
    maximum: float


def total(marks: Sequence[Mark]) -> Grade:
    """Sum the marks. Both sums are rounded once, so the score never exceeds the maximum."""
    score = math.fsum(mark.points for mark in marks)
    maximum = math.fsum(mark.maximum for mark in marks)
    return Grade(score, maximum)
