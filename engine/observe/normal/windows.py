"""Ten equal windows of the loss of single steps: statistics that several pages read."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from engine.observe.measures.once import once_per_case
from engine.observe.measures.robust import median, ratio, spread
from engine.observe.measures.run import is_stepwise, step_loss
from engine.run import Case, Floats, Series

WINDOWS = 10
LEAST_IN_A_WINDOW = 10  # steps


@dataclass(frozen=True, slots=True)
class Windows:
    """means, spreads: of each window, in the units of the loss.

    error: standard error of the difference between the first mean and the last one.
    jumps: what single steps scatter about their neighbors, as a share of the median loss.
    """

    loss: Series
    means: Floats
    spreads: Floats
    error: float
    jumps: float

    @property
    def first(self) -> float:
        return float(self.means[0])

    @property
    def last(self) -> float:
        return float(self.means[-1])

    @property
    def falls(self) -> int:
        """The number of changes between neighboring windows that go down, of nine."""
        changes = np.diff(self.means)
        return int((changes < 0).sum())


@once_per_case
def windows(case: Case) -> Windows | None:
    """Return the windows; None without a loss of single steps of a hundred points."""
    loss = step_loss(case)
    if loss is None or len(loss) < WINDOWS * LEAST_IN_A_WINDOW:
        return None
    if not is_stepwise(case, loss):
        return None
    size = len(loss) // WINDOWS
    rows = loss.y[: size * WINDOWS].reshape(WINDOWS, size)
    spreads = rows.std(axis=1)
    ends = math.hypot(float(spreads[0]), float(spreads[-1]))
    scatter = spread(np.diff(loss.y)) / math.sqrt(2)
    return Windows(
        loss=loss,
        means=rows.mean(axis=1),
        spreads=spreads,
        error=ends / math.sqrt(size),
        jumps=ratio(scatter, median(loss.y)),
    )
