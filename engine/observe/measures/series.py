"""Curves, parts of curves, and their level at the end."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np

from engine.observe.measures.once import once_per_case
from engine.observe.measures.robust import condense, median
from engine.run import Case, Floats, Series

POINTS = 200  # trends are measured on curves condensed to at most this many points
LAST = 10  # points of a finding about the level at the end


@once_per_case
def curve(case: Case, name: str) -> Series | None:
    """Return the finite points of a series, condensed to at most 200; None with fewer than two."""
    series = case.series.get(name)
    if series is None:
        return None
    finite = finite_part(series)
    if len(finite) < 2:
        return None
    return condensed(finite, POINTS)


def first_recorded(case: Case, names: Iterable[str]) -> Series | None:
    """Return the first of the named series that has a point, finite or not."""
    return next(iter(recorded(case, names)), None)


def recorded(case: Case, names: Iterable[str]) -> list[Series]:
    """Return those of the named series that have a point, finite or not."""
    series = [case.series[name] for name in names if name in case.series]
    return [one for one in series if len(one)]


def paired(case: Case, first: str, second: str) -> tuple[Floats, Floats] | None:
    """Return the values of two series at the points where both are recorded and finite.

    Series are paired by x where both count the same thing, else by place. None with fewer than
    two common points.
    """
    a, b = case.series.get(first), case.series.get(second)
    if a is None or b is None:
        return None
    if a.x_name == b.x_name:
        _, left, right = np.intersect1d(a.x, b.x, return_indices=True)
        values, others = a.y[left], b.y[right]
    elif len(a) == len(b):
        values, others = a.y, b.y
    else:
        return None
    both = np.isfinite(values) & np.isfinite(others)
    return (values[both], others[both]) if both.sum() >= 2 else None


def part(series: Series, start: int = 0, stop: int | None = None) -> Series:
    """Return the points from `start` up to `stop`, exclusive."""
    chosen = slice(start, stop)
    return Series(series.name, series.x[chosen], series.y[chosen], series.x_name)


def first_points(series: Series, count: int) -> Series:
    return part(series, 0, count)


def last_points(series: Series, count: int = LAST) -> Series:
    return part(series, -min(len(series), count))


def around(series: Series, point: int) -> Series:
    """Return a point with its neighbors."""
    return part(series, max(point - 1, 0), point + 2)


def after_first_third(series: Series) -> Series:
    return part(series, len(series) // 3)


def finite_part(series: Series) -> Series:
    finite = np.isfinite(series.y)
    return Series(series.name, series.x[finite], series.y[finite], series.x_name)


def condensed(series: Series, points: int) -> Series:
    """Return medians of neighboring points, at most `points` of them."""
    x, y = condense(series.x, points), condense(series.y, points)
    return Series(series.name, x, y, series.x_name)


def first_level(values: Floats) -> float:
    """Return the mean size of the first fortieth of the values, of at least one of them."""
    return float(np.abs(values[: max(1, len(values) // 40)]).mean())


def final_level(values: Floats) -> float:
    """Return the median of the last tenth of the values, of at least two of them."""
    return median(values[-max(2, math.ceil(len(values) / 10)) :])
