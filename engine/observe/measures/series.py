"""Curves, parts of curves, and their level at the end."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np

from engine.observe.measures.once import once_per_case, once_per_values
from engine.observe.measures.robust import (
    condense,
    condense_sorted,
    median,
    signed_range,
)
from engine.run import Case, Floats, Series

POINTS = 200  # trends are measured on curves condensed to at most this many points
LAST = 10  # points of a finding about the level at the end
LEAST_POINTS = 2

Pair = tuple[Floats, Floats]  # values of two series at the same points


@once_per_case
def curve(case: Case, name: str) -> Series | None:
    """Return the finite points of a series, condensed to at most 200; None with fewer than two."""
    series = case.series.get(name)
    if series is None:
        return None
    finite = finite_part(series)
    if len(finite) < LEAST_POINTS:
        return None
    return condensed(finite, POINTS)


@once_per_case
def any_points(case: Case, name: str) -> Series | None:
    """Return the finite points of a series as `curve` does; a single point suffices."""
    series = case.series.get(name)
    if series is None or len(series.finite) != 1:
        return curve(case, name)
    return finite_part(series)


def first_recorded(case: Case, names: Iterable[str]) -> Series | None:
    """Return the first of the named series that has a point, finite or not."""
    series = recorded(case, names)
    return series[0] if series else None


def recorded(case: Case, names: Iterable[str]) -> list[Series]:
    """Return those of the named series that have a point, finite or not."""
    named = [case.series[name] for name in names if name in case.series]
    return [series for series in named if len(series)]


@once_per_case
def paired(case: Case, first: str, second: str) -> Pair | None:
    """Return the values of two series at the points where both are recorded and finite.

    Series are paired by x where both count the same thing, else by place. None with fewer than
    two common points.
    """
    a = case.series.get(first)
    b = case.series.get(second)
    if a is None or b is None:
        return None
    pair = _common(a, b)
    if pair is None:
        return None
    values, others = pair
    if a.is_finite and b.is_finite:
        return pair if len(values) >= LEAST_POINTS else None
    both = np.isfinite(values)
    both &= np.isfinite(others)
    if both.sum() < LEAST_POINTS:
        return None
    if both.all():
        return values, others
    return values[both], others[both]


def _common(a: Series, b: Series) -> Pair | None:
    """Return the values at the points that both have; None where they cannot be matched."""
    if a.x_name == b.x_name:
        if a.is_in_order and _have_same_x(a, b):
            return a.y, b.y
        _, left, right = np.intersect1d(a.x, b.x, return_indices=True)
        return a.y[left], b.y[right]
    if len(a) == len(b):
        return a.y, b.y
    return None


def _have_same_x(
    a: Series,
    b: Series,
) -> bool:
    """Return whether two series have their points at the same places, which they may share."""
    if a.x is b.x:
        return True
    return np.array_equal(
        a.x,
        b.x,
    )


def part(series: Series, start: int = 0, stop: int | None = None) -> Series:
    """Return the points from `start` up to `stop`, exclusive."""
    x = series.x[start:stop]
    y = series.y[start:stop]
    return with_points(series, x, y)


def is_counted(series: Series) -> bool:
    """Say whether steps or epochs that only rise stand beside the values.

    Rows without may be those of several runs.
    """
    return series.x_name != "index" and bool((np.diff(series.x) > 0).all())


def first_points(series: Series, count: int) -> Series:
    """Return the first points, or all where there are fewer."""
    return part(series, 0, count)


def last_points(series: Series, count: int = LAST) -> Series:
    """Return the last points, or all where there are fewer."""
    start = max(len(series) - count, 0)
    return part(series, start)


def around(series: Series, point: int) -> Series:
    """Return a point with its neighbors."""
    start = max(point - 1, 0)
    return part(series, start, point + 2)


def after_first_third(series: Series) -> Series:
    """Return the part in which a loss has left its fast beginning."""
    return part(series, len(series) // 3)


def finite_part(series: Series) -> Series:
    """Return the points whose value is neither NaN nor infinite."""
    if series.is_finite:
        return series
    finite = np.isfinite(series.y)
    return with_points(
        series,
        series.x[finite],
        series.finite,
    )


def with_points(
    series: Series,
    x: Floats,
    y: Floats,
) -> Series:
    """Return other points under the name of a series; `replace` takes five times as long."""
    return Series(
        series.name,
        x,
        y,
        series.x_name,
    )


def condensed(series: Series, points: int) -> Series:
    """Return medians of neighboring points, at most `points` of them."""
    if len(series) <= points:
        return series
    shorten = condense_sorted if series.is_in_order else condense
    x = shorten(series.x, points)
    y = condense(series.y, points)
    return with_points(series, x, y)


@once_per_values
def first_level(values: Floats) -> float:
    """Return the mean size of the first fortieth of the values, of at least one of them.

    A loss that takes both signs may begin next to 0, so its range counts where that is larger.
    """
    fortieth = len(values) // 40
    points = max(fortieth, 1)
    sizes = np.abs(values[:points])
    mean = float(sizes.sum()) / points  # `mean` takes three times as long
    return max(mean, signed_range(values))


@once_per_values  # a dozen detectors ask for that of one loss
def final_level(values: Floats) -> float:
    """Return the median of the last tenth of the values, of two values or more.

    One value is its own level.
    """
    tenth = math.ceil(len(values) / 10)
    points = max(tenth, 2)
    return median(values[-points:])


def ending(case: Case, series: Series, digits: str = ".3g") -> str:
    """Write the last recorded value of a series, for a sentence.

    The level of its end is added where it reads differently: strengths rest on that level, and the
    reader finds the last value in the log.
    """
    last = format(float(case.series[series.name].finite[-1]), digits)
    level = format(final_level(series.y), digits)
    if last == level:
        return last
    return f"{last} (level of the end: {level})"
