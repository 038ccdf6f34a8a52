"""Whether the first probability is what it says: reliability table and Brier score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

BOUNDS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)


class Judged(Protocol):
    """An answer with the probability of its first diagnosis."""

    @property
    def probability(self) -> float: ...

    def is_among(self, first: int) -> bool: ...

    @property
    def is_fine(self) -> bool: ...


@dataclass(frozen=True, slots=True)
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
    return {
        name: [(row.probability, row.is_among(1)) for row in answers if not row.is_fine]
        for name, answers in rows.items()
    }


def reliability(pairs: Sequence[tuple[float, bool]]) -> list[Bin]:
    """Return the filled bins of (probability, is right)."""
    bins = []
    for low, high in pairwise(BOUNDS):
        inside = [pair for pair in pairs if low <= pair[0] < high or pair[0] == high == 1.0]
        if inside:
            said = sum(pair[0] for pair in inside) / len(inside)
            right = sum(pair[1] for pair in inside) / len(inside)
            bins.append(Bin(low, high, len(inside), said, right))
    return bins


def brier(pairs: Iterable[tuple[float, bool]]) -> float:
    """Return the mean squared difference of probability and outcome; NaN without any."""
    errors = [(probability - is_right) ** 2 for probability, is_right in pairs]
    return sum(errors) / len(errors) if errors else float("nan")


def as_text(by_set: Mapping[str, Sequence[tuple[float, bool]]]) -> str:
    lines = [f"{'first probability':<22}{'from':>6}{'to':>6}{'items':>7}{'said':>7}{'right':>7}"]
    for name, pairs in by_set.items():
        lines += [f"{name:<22}{_row(each)}" for each in reliability(pairs)]
        if pairs:
            lines.append(f"{name + ', Brier score':<22}{brier(pairs):>26.3f}")
    return "\n".join(lines)


def _row(each: Bin) -> str:
    return f"{each.low:>6.1f}{each.high:>6.1f}{each.items:>7}{each.said:>7.2f}{each.right:>7.2f}"
