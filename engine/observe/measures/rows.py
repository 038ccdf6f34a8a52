"""The medians of many short rows at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from engine.run import Floats

BLOCK = 1 << 16  # values that are laid out at once, 0.5 MB

Pair = tuple[Floats, Floats]


def medians_of_rows(rows: Floats) -> Floats:
    """Return the median of each row of finite values, which have at least one.

    rows: shape (rows, values). Up to five values are compared with each other, which is faster than
    to sort each row.
    """
    of_columns = _MIDDLES.get(rows.shape[1])
    if of_columns is None:
        return _sorted_medians(rows)
    low, high = of_columns(*rows.T)
    return np.asarray((low + high) / 2, dtype=np.float64)


def _sorted_medians(rows: Floats) -> Floats:
    """Sort a block of rows at a time, since all that are sorted are copied."""
    count, width = rows.shape
    low = (width - 1) // 2
    high = width // 2
    medians = np.empty(count)
    at_once = max(1, BLOCK // width)
    for start in range(0, count, at_once):
        stop = start + at_once
        block = slice(start, stop)
        ordered = rows[block].copy()
        ordered.sort(axis=1)
        totals = ordered[:, low] + ordered[:, high]
        medians[block] = totals / 2
    return medians


def _of_one(
    only: Floats,
) -> Pair:
    return only, only


def _of_two(
    a: Floats,
    b: Floats,
) -> Pair:
    return a, b


def _of_three(
    a: Floats,
    b: Floats,
    c: Floats,
) -> Pair:
    """The median is the larger of two values, unless the third lies between them."""
    below = np.minimum(a, b)
    above = np.maximum(a, b)
    inner = np.minimum(above, c)
    middle = np.maximum(below, inner)
    return middle, middle


def _of_four(
    a: Floats,
    b: Floats,
    c: Floats,
    d: Floats,
) -> Pair:
    """Of two pairs the larger of the lows and the smaller of the highs have one on each side."""
    low = np.minimum(a, b)
    high = np.maximum(a, b)
    other_low = np.minimum(c, d)
    other_high = np.maximum(c, d)
    return (
        np.maximum(low, other_low),
        np.minimum(high, other_high),
    )


def _of_five(
    a: Floats,
    b: Floats,
    c: Floats,
    d: Floats,
    e: Floats,
) -> Pair:
    """The lowest and the highest of four values are not the median of five."""
    low, high = _of_four(
        a,
        b,
        c,
        d,
    )
    return _of_three(
        low,
        high,
        e,
    )


_MIDDLES: Mapping[int, Callable[..., Pair]] = {
    1: _of_one,
    2: _of_two,
    3: _of_three,
    4: _of_four,
    5: _of_five,
}
