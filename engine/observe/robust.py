"""Numeric helpers that a few wild points cannot mislead."""

from __future__ import annotations

import math

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from engine.run import Floats

TINY = 1e-12
NORMAL_CONSISTENCY = 1.4826  # makes the median absolute deviation estimate sigma for normal data
MOST_FOR_SLOPES = 400  # points; all pairs of them take 2 MB
BLOCK = 1 << 16  # values that a moving median lays out at once, 0.5 MB
EDGE = math.log(0.98 / 0.02)  # logit at `abnormal`, and minus the logit at `normal`


def logistic(value: float, normal: float, abnormal: float, *, log: bool = False) -> float:
    """Strength of a measured value: 0.02 at `normal`, 0.5 half way, 0.98 at `abnormal`, whichever
    is larger.

    With `log` the three are compared on a logarithmic scale; values at or below zero count as
    1e-12.
    """
    if log:
        value, normal, abnormal = (
            math.log(max(number, TINY)) for number in (value, normal, abnormal)
        )
    half_width = (abnormal - normal) / 2
    logit = EDGE * (value - (normal + half_width)) / half_width
    return 1 / (1 + math.exp(-min(max(logit, -50.0), 50.0)))


def ratio(value: float, scale: float) -> float:
    """value / |scale|, with a scale of zero taken as a very small one."""
    return value / max(abs(scale), TINY)


def median(values: Floats) -> float:
    """Of finite values. The same as numpy's, without its overhead of a tenth of a millisecond per
    call.
    """
    low, high = (len(values) - 1) // 2, len(values) // 2
    parted = np.partition(values, (low, high))
    return float(parted[low] + parted[high]) / 2


def spread(values: Floats) -> float:
    """Median absolute deviation, scaled to estimate sigma."""
    return NORMAL_CONSISTENCY * median(np.abs(values - median(values)))


def theil_sen(x: Floats, y: Floats) -> float:
    """Median of the slopes between all pairs of points.

    Quadratic, so more than 400 points are condensed first.
    """
    x, y = condense(x, MOST_FOR_SLOPES), condense(y, MOST_FOR_SLOPES)
    first, second = np.triu_indices(len(x), 1)
    run = x[second] - x[first]
    usable = run != 0
    if not usable.any():
        return 0.0
    return median((y[second] - y[first])[usable] / run[usable])


def moving_median(values: Floats, window: int) -> Floats:
    """Centred, of the same length; the ends are padded by reflection.

    `window` is made odd and fits the data.

    numpy copies every window before it takes the medians, so it gets a block of windows at a time.
    """
    half = min(window // 2, len(values) - 1)
    if half <= 0:
        return values.astype(np.float64)
    padded = np.pad(values, half, mode="reflect")
    windows = sliding_window_view(padded, 2 * half + 1)
    medians = np.empty(len(values))

    rows = max(1, BLOCK // (2 * half + 1))
    for start in range(0, len(values), rows):
        block = slice(start, start + rows)
        medians[block] = np.median(windows[block], axis=1)
    return medians


def ranks(values: Floats) -> Floats:
    """Ranks from 0, ties sharing their mean rank."""
    order = np.argsort(values, kind="stable")
    ordered = values[order]
    starts = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]]))
    counts = np.diff(starts, append=len(values))
    shared = np.empty(len(values))
    shared[order] = np.repeat(starts + (counts - 1) / 2, counts)
    return shared


def rank_correlation(a: Floats, b: Floats) -> float:
    """Spearman's rho; 0 when either side is constant."""
    first, second = ranks(a) - (len(a) - 1) / 2, ranks(b) - (len(b) - 1) / 2
    scale = math.sqrt(float(first @ first) * float(second @ second))
    return float(first @ second) / scale if scale else 0.0


def condense(values: Floats, points: int) -> Floats:
    """Medians over at most `points` runs of neighbours, so that long series cost no more than short
    ones.
    """
    if len(values) <= points:
        return values
    size = len(values) // points
    whole = values[: size * points].reshape(points, size)
    condensed = np.median(whole, axis=1)
    condensed[-1] = np.median(values[size * (points - 1) :])
    return np.asarray(condensed, dtype=np.float64)
