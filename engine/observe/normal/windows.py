"""Ten equal windows of the loss of single steps: statistics that several pages read."""

from __future__ import annotations

import math
from dataclasses import dataclass

from engine.observe.measures.once import once_per_case
from engine.observe.measures.robust import median, ratio, scatter, steps_between
from engine.observe.measures.run import is_stepwise, step_loss
from engine.observe.measures.windows import WINDOWS, ten_windows
from engine.run import Case, Floats, Series

LEAST_IN_A_WINDOW = 10  # steps


@dataclass(frozen=True, slots=True)
class Windows:
    """In the units of the loss.

    means: of each window. spreads: standard deviations inside of the first one and of the last.
    error: standard error of the difference between the first mean and the last one.
    jumps: what single steps scatter about their neighbors, as a share of the median loss.
    """

    loss: Series
    means: Floats
    spreads: tuple[float, float]
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
        changes = steps_between(self.means)
        return int((changes < 0).sum())


@once_per_case
def windows(case: Case) -> Windows | None:
    """Return the windows; None without a loss of single steps of a hundred points."""
    loss = step_loss(case)
    if loss is None or len(loss) < WINDOWS * LEAST_IN_A_WINDOW:
        return None
    if not is_stepwise(case, loss):
        return None
    cut = ten_windows(loss.y)
    spreads = math.sqrt(cut.first_variance), math.sqrt(cut.last_variance)
    return Windows(
        loss=loss,
        means=cut.means,
        spreads=spreads,
        error=math.hypot(*spreads) / math.sqrt(cut.size),
        jumps=ratio(scatter(loss.y), median(loss.y)),
    )
