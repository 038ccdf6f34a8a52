"""The slope of a curve, which a few wild points cannot mislead."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.observe.measures.robust import condense, median
from engine.run import Floats

MOST_FOR_SLOPES = 400  # points; all pairs of them take 2 MB


def theil_sen(x: Floats, y: Floats) -> float:
    """Return the median of the slopes between all pairs of points, in units of y for each x.

    0 where all x are equal. More than a quarter of the points may be wild before it follows them.
    The cost is quadratic, so more than 400 points are condensed first.
    """
    x = condense(x, MOST_FOR_SLOPES)
    y = condense(y, MOST_FOR_SLOPES)
    pairs = _pairs(len(x))
    run = _rises(x).take(pairs)
    rise = _rises(y).take(pairs)
    usable = run != 0
    if usable.all():
        return median(rise / run)
    if not usable.any():
        return 0.0
    return median(rise[usable] / run[usable])


def _rises(values: Floats) -> Floats:
    """Return the square matrix of each value less each other one, which is that of the row."""
    rises: Floats = values - values[:, None]
    return rises


@lru_cache(maxsize=4)  # most curves are condensed to one length
def _pairs(count: int) -> NDArray[np.intp]:
    """Return the places above the diagonal of a square matrix that is laid out row by row."""
    rows, columns = np.triu_indices(count, 1)
    places: NDArray[np.intp] = count * rows + columns
    return places
