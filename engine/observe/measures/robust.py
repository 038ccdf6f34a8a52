"""Numeric helpers that a few wild points cannot mislead."""

from __future__ import annotations

import math

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from engine.run import Floats

TINY = 1e-12
NORMAL_CONSISTENCY = 1.4826  # makes the median absolute deviation estimate sigma for normal data
MOST_FOR_SLOPES = 400  # points; all pairs of them take 2 MB
BLOCK = 1 << 16  # values that a moving median lays out at once, 0.5 MB


def ratio(value: float, scale: float) -> float:
    """Return value / |scale|, with a scale of zero taken as a very small one."""
    return value / max(abs(scale), TINY)


def median(values: Floats) -> float:
    """Return numpy's median of finite values, without its overhead of 0.1 ms a call."""
    low = (len(values) - 1) // 2
    high = len(values) // 2
    parted = np.partition(values, (low, high))
    return float(parted[low] + parted[high]) / 2


def spread(values: Floats) -> float:
    """Return the median absolute deviation, scaled to estimate sigma."""
    middle = median(values)
    away = np.abs(values - middle)
    return NORMAL_CONSISTENCY * median(away)


def theil_sen(x: Floats, y: Floats) -> float:
    """Return the median of the slopes between all pairs of points.

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

    `window` is made odd and shortened to fit the data. numpy copies all windows that it takes the
    medians of, so it gets a block of them at a time.
    """
    half = min(window // 2, len(values) - 1)
    if half <= 0:
        return values.astype(np.float64)
    padded = np.pad(values, half, mode="reflect")
    width = 2 * half + 1
    windows = sliding_window_view(padded, width)
    medians = np.empty(len(values))

    rows = max(1, BLOCK // width)
    for start in range(0, len(values), rows):
        block = slice(start, start + rows)
        medians[block] = np.median(windows[block], axis=1)
    return medians


def ranks(values: Floats) -> Floats:
    """Return ranks from 0; ties share their mean rank."""
    order = np.argsort(values, kind="stable")
    edges = edges_of_equal(values[order])
    starts = edges[:-1]
    counts = np.diff(edges)
    mean_ranks = starts + (counts - 1) / 2
    shared = np.empty(len(values))
    shared[order] = np.repeat(mean_ranks, counts)
    return shared


def rank_correlation(a: Floats, b: Floats) -> float:
    """Return Spearman's rho; 0 when either side is constant."""
    middle = (len(a) - 1) / 2
    first = ranks(a) - middle
    second = ranks(b) - middle
    scale = math.sqrt(float(first @ first) * float(second @ second))
    if not scale:
        return 0.0
    return float(first @ second) / scale


def condense(values: Floats, points: int) -> Floats:
    """Return medians over at most `points` runs of neighbors, so that long series cost no more."""
    if len(values) <= points:
        return values
    size = len(values) // points
    whole = values[: size * points]
    condensed = np.median(whole.reshape(points, size), axis=1)
    last = values[size * (points - 1) :]
    condensed[-1] = np.median(last)
    return np.asarray(condensed, dtype=np.float64)


def longest_equal(values: Floats) -> tuple[int, int]:
    """Return start and end (exclusive) of the longest run of equal values."""
    edges = edges_of_equal(values)
    lengths = np.diff(edges)
    longest = int(np.argmax(lengths))
    start = int(edges[longest])
    return start, start + int(lengths[longest])


def edges_of_equal(values: Floats) -> NDArray[np.intp]:
    """Return the index at which each run of equal values starts, and the length at the end."""
    changes = values[1:] != values[:-1]
    is_edge = np.concatenate([[True], changes, [True]])
    return np.flatnonzero(is_edge)


def share_of_steps_up(values: Floats) -> float:
    """Return the share of points that lie above the point before them."""
    goes_up = np.diff(values) > 0
    return float(goes_up.mean())
