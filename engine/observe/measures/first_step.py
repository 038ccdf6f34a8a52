"""The loss of the first steps, before a model has learned."""

from __future__ import annotations

from dataclasses import dataclass

from engine.observe.measures.excerpt import begins_late
from engine.observe.measures.guess import untrained_loss
from engine.observe.measures.robust import median
from engine.observe.measures.run import STEPWISE, first_loss_series
from engine.observe.measures.series import finite_part, first_points
from engine.run import Case, Series

FIRST = 3  # steps over which the loss of single batches is taken together
LEAST_POINTS = 20


@dataclass(frozen=True, slots=True)
class FirstLoss:
    """The first losses of a run, with their level over that of equal chances for all classes."""

    beginning: Series
    whole: Series
    chance: float

    @property
    def level(self) -> float:
        return median(self.beginning.y)

    @property
    def over_chance(self) -> float:
        return self.level / self.chance


def first_step_loss(case: Case) -> FirstLoss | None:
    """Return the loss of the first steps; None where single steps or the chance are not known.

    The mean over a first epoch is no such loss: much is learned within it.
    """
    loss = first_loss_series(case)
    chance = untrained_loss(case)
    if loss is None or not chance or begins_late(case):
        return None
    loss = finite_part(loss)
    is_by_step = loss.name.endswith("_step") or len(loss) >= STEPWISE
    if len(loss) < LEAST_POINTS and loss.x[0] > 0:
        return None
    if loss.x[0] == 0 and not is_by_step:
        return FirstLoss(first_points(loss, 1), loss, chance)
    if not is_by_step:
        return None
    return FirstLoss(first_points(loss, FIRST), loss, chance)
