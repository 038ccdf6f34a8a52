"""The loss rests at its first level for a while and then drops."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.observe.curves.gradients import layer_gradient_zero
from engine.observe.curves.updates import weights_unchanged
from engine.observe.measures.guess import untrained_loss
from engine.observe.measures.robust import median
from engine.observe.measures.run import train_loss
from engine.observe.measures.series import final_level, first_points
from engine.observe.normal.pattern import LEAST_POINTS, Boundary, NormalPattern, Page
from engine.observe.normal.signs import is_sign_seen
from engine.run import Case, Series

RESTS = 0.05  # of its level: what a loss at rest moves by
DROPS = 0.5  # of that level: where a loss that has dropped ends
LEAST_SHARE = 0.1  # of the run at rest
QUICK = 0.25  # of the run: the first half of the fall comes within it
NEAR_CHANCE = 0.1  # of the log of the number of choices

PAGE = Page(
    "plateau-then-drop",
    Boundary(
        "The loss leaves its plateau within twice the time of a known run of this model.",
        "learning-rate-too-low",
    ),
)
FROZEN = Boundary(
    "All weights that should learn change, and no layer lacks a gradient.",
    "frozen-parameters",
)


@dataclass(frozen=True, slots=True)
class Rest:
    """points: how many points the loss rests from the start. level: at rest."""

    points: int
    level: float


def read(case: Case) -> NormalPattern:
    loss = train_loss(case)
    if loss is None or len(loss) < 2 * LEAST_POINTS:
        return PAGE.not_measured("No training loss with enough points is recorded.")
    rest = _rest(loss)
    if rest.points < max(LEAST_POINTS, LEAST_SHARE * len(loss)):
        return PAGE.not_shown(f"{loss.name} leaves its first level at once.")
    if not _is_at_chance(case, rest.level):
        return PAGE.not_shown(f"{loss.name} rests at {rest.level:.3g}, away from chance level.")
    where = first_points(loss, rest.points)
    end = final_level(loss.y)
    text = (
        f"{loss.name} rests near "
        f"{rest.level:.3g} up to "
        f"{loss.x_name} "
        f"{where.x[-1]:g} "
        f"and ends at {end:.3g}."
    )
    if is_sign_seen(weights_unchanged, case) or is_sign_seen(layer_gradient_zero, case):
        return PAGE.broken(
            text,
            where,
            FROZEN,
        )
    if end < DROPS * rest.level and _is_quick(loss, rest, end):
        return PAGE.holds(text, where)
    return PAGE.not_measured(f"{text} The drop is not in the record.", where)


def _rest(loss: Series) -> Rest:
    """Return the points before the loss first stays off the level of its beginning."""
    level = median(loss.y[: LEAST_POINTS - 1])
    is_off = np.abs(loss.y - level) > RESTS * abs(level)
    is_off[: LEAST_POINTS - 2] = False
    points = int(is_off.argmax()) if is_off.any() else len(loss)
    return Rest(points, level)


def _is_at_chance(case: Case, level: float) -> bool:
    """Return whether the level is that of equal chances; true where it is not known."""
    chance = untrained_loss(case)
    if not chance:
        return True
    return abs(level / chance - 1) < NEAR_CHANCE


def _is_quick(
    loss: Series,
    rest: Rest,
    end: float,
) -> bool:
    """Return whether half of the fall comes soon after the rest, unlike a slow descent."""
    half_way = (rest.level + end) / 2
    below = np.flatnonzero(loss.y < half_way)
    if not len(below):
        return False
    return int(below[0]) - rest.points <= max(LEAST_POINTS, QUICK * len(loss))
