"""Numeric helpers that a few wild points cannot mislead."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.observe.measures.once import once_per_values
from engine.observe.measures.rows import medians_of_rows
from engine.run import Floats

Numbers = NDArray[np.floating] | NDArray[np.integer]
Places = NDArray[np.intp]

TINY = 1e-12
NORMAL_CONSISTENCY = 1.4826  # makes the median absolute deviation estimate sigma for normal data
RANGE = (0.05, 0.95)  # quantiles between which nearly all values lie
LONG = 10_000  # points, from which on a moving median is not taken at each, nor a median of all
MOST_IN_A_RUN = 255  # points whose median stands for a run of neighbors
AT_ONCE = 1 << 14  # values of a long series that stay in the cache
MOST_SORTED = 2_000  # values, beyond which it is faster to part them than to sort them


def ratio(value: float, scale: float) -> float:
    """Return value / |scale|, with a scale of zero taken as a very small one."""
    return value / max(abs(scale), TINY)


def median(values: Floats) -> float:
    """Return the median of finite values, at least one; of many, that of every few of them.

    Equal to numpy's, without its overhead of 0.1 ms a call.
    """
    few = every_few(values)
    count = len(few)
    low, high = _neighbors(few, (count - 1) // 2, count // 2)
    return (low + high) / 2


def _neighbors(
    values: Floats,
    below: int,
    above: int,
) -> tuple[float, float]:
    """Return the values at a place of their order and at the next one, or at the same."""
    ordered = values.copy()
    if len(ordered) <= MOST_SORTED:
        ordered.sort()
        return ordered.item(below), ordered.item(above)
    ordered.partition(above)
    high: float = ordered.item(above)
    low = high if below == above else float(ordered[:above].max())
    return low, high


def every_few(values: Floats, most: int = LONG) -> Floats:
    """Return every k-th value, at least `most` of a longer series.

    The median of 10,000 values is known to within a hundredth of their scatter.
    """
    if len(values) < 3 * most:  # the least distance is 3
        return values
    return values[:: distance_of_few(len(values), most)]


def blocks(start: int, stop: int) -> Iterator[slice]:
    """Yield stretches that cover the places from `start` up to `stop`.

    New memory for a whole series of a million values takes longer than what is done with it.
    """
    for first in range(start, stop, AT_ONCE):
        yield slice(first, min(first + AT_ONCE, stop))


def quantile(values: Floats, share: float) -> float:
    """Return the quantile of finite values, at least one; of many, that of every few of them.

    Between two values it lies on a straight line, as numpy's does at ten times the cost.
    """
    few = every_few(values)
    last = len(few) - 1
    place = share * last
    below = int(place)
    low, high = _neighbors(few, below, min(below + 1, last))
    rise = high - low
    part = place - below
    return low + part * rise


def distance_of_few(count: int, most: int = LONG) -> int:
    """Return the distance of every few values: odd, so that it keeps step with no alternation."""
    largest = max(1, count // most)
    return largest - 1 | 1


def spread(values: Floats) -> float:
    """Return the median absolute deviation, scaled to estimate the standard deviation.

    In the units of the values, of which there is at least one. Half of them may be wild before it
    follows them.
    """
    values = every_few(values)
    middle = median(values)
    away = np.abs(values - middle)
    return NORMAL_CONSISTENCY * median(away)


def scatter(values: Floats) -> float:
    """Return the standard deviation of values about their trend, from neighboring differences.

    0 for one value. Half of the differences may be wild before it follows them.
    """
    if len(values) < 2:
        return 0.0
    return spread_of_steps(values) / math.sqrt(2)


@once_per_values
def spread_of_steps(values: Floats) -> float:
    """Return the spread of the differences between neighbors, of which there is at least one."""
    last = len(values) - 1
    distance = distance_of_few(last)
    return spread(values[1::distance] - values[:-1:distance])


def steps_between(values: Floats) -> Floats:
    """Return each value less the one before it: what numpy's diff takes three times as long for."""
    steps: Floats = values[1:] - values[:-1]
    return steps


def roughness(values: Floats) -> float:
    """Return the standard deviation of values about any straight trend, from second differences.

    0 for fewer than three values. Half of the differences may be wild before it follows them.
    """
    if len(values) < 3:
        return 0.0
    turns = steps_between(steps_between(values))
    return spread(turns) / math.sqrt(6)


def moving_median(values: Floats, window: int) -> Floats:
    """Return the centered moving median, of the same length, padded at the ends by reflection.

    `window` is made odd and shortened to fit the data. On a long curve the level is taken at every
    third of a window, at 10,000 points at most, and is straight in between, since it moves little
    from point to point.
    """
    half = min(window // 2, len(values) - 1)
    if half <= 0:
        return values.astype(np.float64)
    width = 2 * half + 1
    before = values[half:0:-1]
    beyond = -half - 2
    after = values[-2:beyond:-1]
    padded = np.concatenate(
        [
            before,
            values,
            after,
        ]
    )
    windows = windows_of(padded, width)
    if len(values) <= LONG:
        return medians_of_rows(windows)

    distance = max(
        1,
        width // 3,
        len(values) // LONG,
    )
    medians = medians_of_rows(windows[::distance])
    lines = _straight_between(medians, distance)
    return lines[: len(values)]


def windows_of(values: Floats, width: int) -> Floats:
    """Return all stretches of neighbors, one a row, as views: numpy's own takes 0.03 ms a call."""
    whole = np.ascontiguousarray(values)
    step = whole.itemsize
    count = len(whole) - width + 1
    return np.ndarray(
        (count, width),
        whole.dtype,
        whole,
        strides=(step, step),
    )


def _straight_between(
    values: Floats,
    distance: int,
) -> Floats:
    """Return values so far apart, with those on straight lines between them; the last one stays."""
    rises = np.diff(values, append=values[-1])
    shares = np.arange(distance) / distance
    lines = np.multiply.outer(rises, shares)
    lines += values[:, None]
    return lines.ravel()


def condense(values: Floats, points: int) -> Floats:
    """Return medians over at most `points` runs of neighbors, so that long series cost no more.

    The last run takes the values that are left over. Of a run of many values every few count.
    """
    if len(values) <= points:
        return values
    size = len(values) // points
    whole = values[: size * points]
    runs = whole.reshape(points, size)
    distance = distance_of_few(size, MOST_IN_A_RUN)
    condensed = medians_of_rows(runs[:, ::distance])
    last_start = size * (points - 1)
    last = values[last_start:]
    condensed[-1] = median(last[::distance])
    return condensed


def condense_sorted(values: Floats, points: int) -> Floats:
    """Return what `condense` does of rising values, of which it need not look for the medians."""
    if len(values) <= points:
        return values
    below, above = _middles(len(values), points)
    middles = (values[below] + values[above]) / 2
    return np.asarray(middles, dtype=np.float64)


@lru_cache(maxsize=16)  # the curves of one run are of a few lengths
def _middles(count: int, points: int) -> tuple[Places, Places]:
    """Return the places around the middle of each run of neighbors that `condense` takes."""
    size = count // points
    starts = size * np.arange(points)
    stops = np.append(starts[1:], count)
    twice_the_middle = starts + stops
    return (twice_the_middle - 1) // 2, twice_the_middle // 2


def longest_equal(values: Numbers) -> tuple[int, int]:
    """Return start and end (exclusive) of the longest run of equal values."""
    edges = edges_of_equal(values)
    lengths = np.diff(edges)
    longest = int(np.argmax(lengths))
    start = int(edges[longest])
    length = int(lengths[longest])
    return start, start + length


def edges_of_equal(values: Numbers) -> NDArray[np.intp]:
    """Return the index at which each run of equal values starts, and the length at the end."""
    changes = values[1:] != values[:-1]
    is_edge = np.concatenate([[True], changes, [True]])
    return np.flatnonzero(is_edge)


def share_of_steps_up(values: Floats) -> float:
    """Return the share of points, 0 to 1, that lie above the one before them; NaN for one point."""
    steps = len(values) - 1
    ups = np.count_nonzero(values[1:] > values[:-1])
    return ups / steps if steps else math.nan


@once_per_values
def signed_range(values: Floats) -> float:
    """Return the distance of the 5th from the 95th percentile of a loss that goes below 0.

    0 for a loss that never does, whose size is its own scale.
    """
    if not values.min() < 0:
        return 0.0
    low, high = (quantile(values, share) for share in RANGE)
    return high - low
