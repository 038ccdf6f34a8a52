"""How a curve moves from its first to its last level, and how much it scatters on the way."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from engine.observe.measures.robust import TINY, median, spread_of_steps
from engine.observe.measures.series import final_level, finite_part
from engine.observe.normal.pattern import LEAST_POINTS
from engine.run import Case, Series

TWICE = 2.0  # a score rises where it moves by more than twice its scatter between evaluations
HARDLY = 0.05  # of its first value: a loss that moves by less does not move


@dataclass(frozen=True, slots=True)
class Movement:
    """The finite points of a curve, at least five, with its levels in the units of its y.

    scatter: what one evaluation differs from the next beyond the common trend.
    """

    series: Series
    first: float
    last: float
    scatter: float

    @property
    def change(self) -> float:
        return self.last - self.first

    @property
    def times(self) -> float:
        """The last level over the first one; infinite where the first is zero."""
        if abs(self.first) <= TINY:
            return math.inf
        return self.last / self.first

    @property
    def rises(self) -> bool:
        return self.change > max(TWICE * self.scatter, TINY)

    @property
    def falls(self) -> bool:
        return -self.change > max(TWICE * self.scatter, TINY)

    @property
    def text(self) -> str:
        return f"{self.series.name} goes from {self.first:.3g} to {self.last:.3g}"


def movement(case: Case, name: str) -> Movement | None:
    """Return the movement of a series; None with fewer than five finite points."""
    series = case.series.get(name)
    if series is None:
        return None
    return movement_of(series)


def movement_of(series: Series) -> Movement | None:
    """Return the movement of a curve; None with fewer than five finite points.

    The levels are medians of a tenth of the points: of one at the start, of two at the end.
    """
    finite = finite_part(series)
    points = len(finite)
    if points < LEAST_POINTS:
        return None
    tenth = math.ceil(points / 10)
    beginning = finite.y[: max(1, tenth // 2)]
    return Movement(
        series=finite,
        first=median(beginning),
        last=final_level(finite.y),
        scatter=spread_of_steps(finite.y),
    )


def first_movement(case: Case, names: Iterable[str]) -> Movement | None:
    """Return the movement of the first of these series that has five finite points."""
    for name in names:
        moved = movement(case, name)
        if moved is not None:
            return moved
    return None
