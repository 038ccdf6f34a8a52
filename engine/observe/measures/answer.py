"""Whether a loss answers an event, such as a large gradient at one step."""

from __future__ import annotations

from engine.observe.measures.robust import median, scatter
from engine.observe.measures.series import finite_part
from engine.run import Series

NEARBY = 3  # points of the loss on each side that are compared
RISE = 3.0  # scatters of the loss from which it rises
LEAST_POINTS = 10


def stays_down(loss: Series, at: float) -> bool:
    """Return whether a loss with points on both sides of x = `at` does not rise there.

    False where the loss is too short, or has no points on both sides: then it cannot answer.
    """
    finite = finite_part(loss)
    if len(finite) < LEAST_POINTS:
        return False
    is_before = finite.x < at
    middle = int(is_before.sum())
    start = max(middle - NEARBY, 0)
    end = middle + NEARBY
    before = finite.y[start:middle]
    after = finite.y[middle:end]
    if not len(before):
        return False
    if not len(after):
        return False
    level = median(before)
    rise = float(after.max()) - level
    usual = scatter(finite.y)
    return rise <= RISE * usual
