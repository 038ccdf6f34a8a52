"""Whether the first probability is what it says: reliability table and Brier score."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

BOUNDS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
HEADING = "first probability       from    to  items   said  right"


class Judged(Protocol):
    """An answer with the probability of its first diagnosis."""

    @property
    def probability(self) -> float: ...

    def is_among(
        self,
        first: int,
    ) -> bool: ...

    @property
    def is_fine(self) -> bool: ...


@dataclass(
    frozen=True,
    slots=True,
)
class Bin:
    """Answers whose first probability lies between two bounds."""

    low: float
    high: float
    items: int
    said: float  # mean probability
    right: float  # share that is right


def of_answers(rows: Mapping[str, Sequence[Judged]]) -> dict[str, list[tuple[float, bool]]]:
    """Return the first probability of each answer and whether the first is right, by set.

    Items in which nothing is wrong have no right diagnosis, and are left out.
    """
    pairs = {}
    for name, answers in rows.items():
        failing = [row for row in answers if not row.is_fine]
        pairs[name] = [(row.probability, row.is_among(1)) for row in failing]
    return pairs


def reliability(pairs: Sequence[tuple[float, bool]]) -> list[Bin]:
    """Return the filled bins of (probability, is right)."""
    bins = []
    for low, high in pairwise(BOUNDS):
        inside = [
            pair
            for pair in pairs
            if _is_between(
                pair[0],
                low,
                high,
            )
        ]
        if inside:
            filled = _bin(
                low,
                high,
                inside,
            )
            bins.append(filled)
    return bins


def _is_between(
    probability: float,
    low: float,
    high: float,
) -> bool:
    """Return whether a bin holds a probability: its upper bound only where it is the last."""
    if probability == 1.0:
        return high == 1.0
    return low <= probability < high


def _bin(
    low: float,
    high: float,
    inside: Sequence[tuple[float, bool]],
) -> Bin:
    items = len(inside)
    said = sum(probability for probability, _ in inside)
    right = sum(is_right for _, is_right in inside)
    return Bin(
        low,
        high,
        items,
        said / items,
        right / items,
    )


def brier(pairs: Iterable[tuple[float, bool]]) -> float:
    """Return the mean squared difference of probability and outcome; NaN without any."""
    errors = [(probability - is_right) ** 2 for probability, is_right in pairs]
    if not errors:
        return math.nan
    return sum(errors) / len(errors)


def as_text(by_set: Mapping[str, Sequence[tuple[float, bool]]]) -> str:
    lines = [HEADING]
    for name, pairs in by_set.items():
        lines += [f"{name:<22}{_row(each)}" for each in reliability(pairs)]
        if pairs:
            label = f"{name}, Brier score"
            lines.append(f"{label:<22}{brier(pairs):>26.3f}")
    return "\n".join(lines)


def _row(each: Bin) -> str:
    bounds = f"{each.low:>6.1f}{each.high:>6.1f}"
    shares = f"{each.said:>7.2f}{each.right:>7.2f}"
    return f"{bounds}{each.items:>7}{shares}"
