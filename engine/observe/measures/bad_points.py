"""The points of a series that are not as they may be: not finite, negative, masked."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.observe.measures.series import part
from engine.run import Series


@dataclass(frozen=True, slots=True)
class BadPoints:
    """A series with at least one bad point."""

    series: Series
    bad: NDArray[np.bool_]

    @property
    def count(self) -> int:
        return int(self.bad.sum())

    @property
    def share(self) -> float:
        return float(self.bad.mean())

    @property
    def first(self) -> int:
        """The index of the first bad point."""
        return int(np.argmax(self.bad))

    @property
    def onward(self) -> Series:
        """The series from the first bad point to its end."""
        return part(self.series, self.first)


def bad_points(series: Series, bad: NDArray[np.bool_]) -> BadPoints | None:
    """Return the points for which `bad`, of the length of the series, is true; None without one."""
    return BadPoints(series, bad) if bad.any() else None


def non_finite_points(series: Series) -> BadPoints | None:
    """Return the points that are NaN or infinite; None where all are finite."""
    return None if series.is_finite else bad_points(series, ~np.isfinite(series.y))


def first_non_finite(recorded: list[Series]) -> BadPoints | None:
    """Return the bad points of the first series that has a NaN or an infinite value."""
    broken = (non_finite_points(series) for series in recorded)
    return next((points for points in broken if points is not None), None)
