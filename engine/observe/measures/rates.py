"""The learning rate and the family of its optimizer."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.observe.measures.stated import number, word
from engine.run import Case, Series

# Part of an optimizer's name -> family whose steps have the same size for the same rate.
FAMILIES = (
    ("adagrad", "adagrad"),
    ("adadelta", "adadelta"),
    ("adafactor", "adam"),
    ("adam", "adam"),
    ("rmsprop", "adam"),
    ("lamb", "adam"),
    ("lion", "lion"),
    ("sgd", "sgd"),
    ("momentum", "sgd"),
    ("nesterov", "sgd"),
    ("gradientdescent", "sgd"),
    ("gradient_descent", "sgd"),
)

WARMED_UP = 0.98  # of the highest rate
LONGEST_WARM_UP = 0.3  # share of the run; a rate that rises longer is no warm-up


@dataclass(frozen=True, slots=True)
class StatedRate:
    """optimizer: as stated, empty where it is not; family: empty where it is not known.

    is_recorded: the rate is the highest of a recorded curve, and not a setting.
    """

    rate: float
    optimizer: str
    family: str
    is_recorded: bool = False


def stated_rate(case: Case) -> StatedRate | None:
    """Return rate and optimizer; None without a positive rate."""
    rate, optimizer = number(case, "learning_rate"), word(case, "optimizer")
    is_recorded = rate is None
    if rate is None:
        rate = _highest_recorded(case)
    if rate is None or rate <= 0:
        return None
    return StatedRate(rate, optimizer, _family(optimizer), is_recorded)


def _highest_recorded(case: Case) -> float | None:
    curve = case.series.get("lr")
    if curve is None or not len(curve.finite):
        return None
    return float(curve.finite.max())


def _family(optimizer: str) -> str:
    return next((family for part, family in FAMILIES if part in optimizer), "")


def warm_up_points(case: Case, series: Series) -> int:
    """Return the number of points of a series before the rate first reaches its height.

    0 where no rate is recorded on the same axis, and where it rises for a third of the run or more:
    that is no warm-up.
    """
    rate = case.series.get("lr")
    if rate is None or not len(rate.finite):
        return 0
    if rate.x_name != series.x_name:
        return 0
    height = WARMED_UP * float(rate.finite.max())
    at_height = int(np.argmax(rate.y >= height))
    before = int(np.searchsorted(series.x, rate.x[at_height]))
    if before > LONGEST_WARM_UP * len(series):
        return 0
    return before
