"""The slope of a curve, which a few wild points cannot mislead."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.observe.measures.robust import condense, median
from engine.run import Floats

MOST_FOR_SLOPES = 400  # points; all pairs of them take 3 MB


def theil_sen(x: Floats, y: Floats) -> float:
    """Return the median of the slopes between all pairs of points, in units of y for each x.

    0 where all x are equal. More than a quarter of the points may be wild before it follows them.
    The cost is quadratic, so more than 400 points are condensed first.
    """
    x = condense(x, MOST_FOR_SLOPES)
    y = condense(y, MOST_FOR_SLOPES)
    run = _rises(x)
    rise = _rises(y)
    usable = run != 0
    if usable.all():
        return median(rise / run)
    if not usable.any():
        return 0.0
    return median(rise[usable] / run[usable])


def _rises(values: Floats) -> Floats:
    """Return for each pair of points the later value less the earlier one."""
    earlier, later = _pairs(len(values))
    rises: Floats = values.take(later)
    rises -= values.take(earlier)
    return rises


@lru_cache(maxsize=4)  # most curves are condensed to one length
def _pairs(count: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the places of the first and of the second point of each pair."""
    earlier, later = np.triu_indices(count, 1)
    return earlier, later
