"""Numeric helpers that a few wild points cannot mislead."""

from __future__ import annotations

import math

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from engine.run import Floats

TINY = 1e-12
NORMAL_CONSISTENCY = 1.4826  # makes the median absolute deviation estimate sigma for normal data
RANGE = (0.05, 0.95)  # quantiles between which nearly all values lie
MOST_FOR_SLOPES = 400  # points; all pairs of them take 2 MB
LONG = 10_000  # points, from which on a moving median need not be taken at each
BLOCK = 1 << 16  # values that a moving median lays out at once, 0.5 MB


def ratio(value: float, scale: float) -> float:
    """Return value / |scale|, with a scale of zero taken as a very small one."""
    return value / max(abs(scale), TINY)


def median(values: Floats) -> float:
    """Return the median of finite values, at least one.

    Equal to numpy's, without its overhead of 0.1 ms a call.
    """
    low = (len(values) - 1) // 2
    high = len(values) // 2
    parted = np.partition(values, (low, high))
    total = float(parted[low] + parted[high])
    return total / 2


def spread(values: Floats) -> float:
    """Return the median absolute deviation, scaled to estimate the standard deviation.

    In the units of the values, of which there is at least one. Half of them may be wild before it
    follows them.
    """
    middle = median(values)
    away = np.abs(values - middle)
    return NORMAL_CONSISTENCY * median(away)


def scatter(values: Floats) -> float:
    """Return the standard deviation of values about their trend, from neighboring differences.

    0 for one value. Half of the differences may be wild before it follows them.
    """
    if len(values) < 2:
        return 0.0
    return spread(np.diff(values)) / math.sqrt(2)


def roughness(values: Floats) -> float:
    """Return the standard deviation of values about any straight trend, from second differences.

    0 for fewer than three values. Half of the differences may be wild before it follows them.
    """
    if len(values) < 3:
        return 0.0
    return spread(np.diff(values, 2)) / math.sqrt(6)


def theil_sen(x: Floats, y: Floats) -> float:
    """Return the median of the slopes between all pairs of points, in units of y for each x.

    0 where all x are equal. More than a quarter of the points may be wild before it follows them.
    The cost is quadratic, so more than 400 points are condensed first.
    """
    x = condense(x, MOST_FOR_SLOPES)
    y = condense(y, MOST_FOR_SLOPES)
    first, second = np.triu_indices(len(x), 1)
    run = x[second] - x[first]
    usable = run != 0
    if not usable.any():
        return 0.0
    rise = y[second] - y[first]
    slopes = rise[usable] / run[usable]
    return median(slopes)


def moving_median(values: Floats, window: int) -> Floats:
    """Return the centered moving median, of the same length, padded at the ends by reflection.

    `window` is made odd and shortened to fit the data. On a long curve the level is taken at every
    third of a window and is straight in between, since it moves little from point to point.
    """
    half = min(window // 2, len(values) - 1)
    if half <= 0:
        return values.astype(np.float64)
    width = 2 * half + 1
    padded = np.pad(values, half, mode="reflect")
    windows = sliding_window_view(padded, width)
    if len(values) <= LONG:
        return _medians_of_rows(windows)

    distance = max(1, width // 3)
    medians = _medians_of_rows(windows[::distance])
    places = np.arange(len(values))
    taken = places[::distance]
    between = np.interp(
        places,
        taken,
        medians,
    )
    return np.asarray(between, dtype=np.float64)


def _medians_of_rows(windows: Floats) -> Floats:
    """Return the median of each row, of an odd number of values.

    numpy copies all rows that it takes the medians of, so it gets a block of them at a time.
    """
    count, width = windows.shape
    middle = width // 2
    medians = np.empty(count)
    rows = max(1, BLOCK // width)
    for start in range(0, count, rows):
        block = slice(start, start + rows)
        parted = np.partition(
            windows[block],
            middle,
            axis=1,
        )
        medians[block] = parted[:, middle]
    return medians


def ranks(values: Floats) -> Floats:
    """Return ranks from 0; ties share their mean rank."""
    order = np.argsort(values, kind="stable")
    ordered = values[order]
    edges = edges_of_equal(ordered)
    starts = edges[:-1]
    counts = np.diff(edges)
    mean_ranks = starts + (counts - 1) / 2
    shared = np.empty(len(values))
    shared[order] = np.repeat(mean_ranks, counts)
    return shared


def rank_correlation(a: Floats, b: Floats) -> float:
    """Return Spearman's rho; 0 when either side is constant.

    It is 1 for any rising relation, whatever its shape, and -1 for any falling one.
    """
    middle = (len(a) - 1) / 2
    first = ranks(a) - middle
    second = ranks(b) - middle
    first_power = float(first @ first)
    second_power = float(second @ second)
    scale = math.sqrt(first_power * second_power)
    if not scale:
        return 0.0
    product = float(first @ second)
    return product / scale


def condense(values: Floats, points: int) -> Floats:
    """Return medians over at most `points` runs of neighbors, so that long series cost no more.

    The last run takes the values that are left over.
    """
    if len(values) <= points:
        return values
    size = len(values) // points
    whole = values[: size * points]
    runs = whole.reshape(points, size)
    condensed = np.median(runs, axis=1)
    last_start = size * (points - 1)
    condensed[-1] = np.median(values[last_start:])
    return np.asarray(condensed, dtype=np.float64)


def condense_sorted(values: Floats, points: int) -> Floats:
    """Return what `condense` does of rising values, of which it need not look for the medians."""
    if len(values) <= points:
        return values
    size = len(values) // points
    starts = size * np.arange(points)
    stops = np.append(starts[1:], len(values))
    twice_the_middle = starts + stops
    low = values[(twice_the_middle - 1) // 2]
    high = values[twice_the_middle // 2]
    middles = (low + high) / 2
    return np.asarray(middles, dtype=np.float64)


def is_rising(values: Floats) -> bool:
    """Say whether each value is larger than the one before it."""
    before = values[:-1]
    after = values[1:]
    rises = after > before
    return bool(rises.all())


def longest_equal(values: Floats) -> tuple[int, int]:
    """Return start and end (exclusive) of the longest run of equal values."""
    edges = edges_of_equal(values)
    lengths = np.diff(edges)
    longest = int(np.argmax(lengths))
    start = int(edges[longest])
    length = int(lengths[longest])
    return start, start + length


def edges_of_equal(values: Floats) -> NDArray[np.intp]:
    """Return the index at which each run of equal values starts, and the length at the end."""
    changes = values[1:] != values[:-1]
    is_edge = np.concatenate([[True], changes, [True]])
    return np.flatnonzero(is_edge)


def share_of_steps_up(values: Floats) -> float:
    """Return the share of points, 0 to 1, that lie above the one before them; NaN for one point."""
    goes_up = np.diff(values) > 0
    return float(goes_up.mean())


def signed_range(values: Floats) -> float:
    """Return the distance of the 5th from the 95th percentile of a loss that goes below 0.

    0 for a loss that never does, whose size is its own scale.
    """
    if not values.min() < 0:
        return 0.0
    low, high = np.quantile(values, RANGE)
    return float(high - low)
