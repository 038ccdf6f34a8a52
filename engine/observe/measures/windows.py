"""Ten equal windows of a series: their means, and the scatter inside of the first and the last."""

from __future__ import annotations

import math
from dataclasses import dataclass

from engine.observe.measures.once import once_per_values
from engine.observe.measures.robust import steps_between
from engine.run import Floats

WINDOWS = 10


@dataclass(frozen=True, slots=True)
class TenWindows:
    """Statistics in the units of the series, of which values at the end may be left over.

    means: of each window. first_variance, last_variance: inside of the windows at both ends.
    size: values in a window.
    """

    means: Floats
    first_variance: float
    last_variance: float
    size: int

    @property
    def first(self) -> float:
        return float(self.means[0])

    @property
    def last(self) -> float:
        return float(self.means[-1])

    @property
    def falls(self) -> int:
        """The number of changes between neighboring windows that go down, of nine."""
        changes = steps_between(self.means)
        return int((changes < 0).sum())

    @property
    def error(self) -> float:
        """The standard error of the difference between the first mean and the last."""
        both = self.first_variance + self.last_variance
        return math.sqrt(both / self.size)


@once_per_values
def ten_windows(values: Floats) -> TenWindows:
    """Return the windows of ten values or more."""
    size = len(values) // WINDOWS
    rows = values[: size * WINDOWS].reshape(WINDOWS, size)
    means = rows.mean(axis=1)
    return TenWindows(
        means=means,
        first_variance=_variance(rows[0], means[0]),
        last_variance=_variance(rows[-1], means[-1]),
        size=size,
    )


def _variance(values: Floats, mean: float) -> float:
    """Return the mean square of the distances from the mean, as numpy's var finds it anew."""
    away = values - mean
    away *= away
    return float(away.sum()) / len(away)
