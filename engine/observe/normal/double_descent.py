"""The validation loss rises to a peak and then falls again to a new low."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.observe.curves.validation import validation_loss_turns_up
from engine.observe.measures.guess import chance_loss
from engine.observe.measures.run import validation_loss
from engine.observe.measures.series import final_level, part
from engine.observe.normal.pattern import LEAST_POINTS, Boundary, NormalPattern, Page
from engine.run import Case, Floats, Series

RISE = validation_loss_turns_up.RISE.middle  # of the loss of a guess, from the minimum to the peak
LEAST_POINTS_HIGH = 3  # in a row above it, so that one odd evaluation is no peak
BACK = 0.5  # of that rise: a loss that has come down by more is past its peak

PAGE = Page(
    "double-descent",
    Boundary(
        "The second fall ends below the first minimum of the validation loss.",
        "overfitting",
    ),
)
LEVEL = Boundary(
    "The second fall ends lower than the best smaller model, and not level with it.",
    "overparameterization",
)


@dataclass(frozen=True, slots=True)
class Descent:
    """First minimum, peak after it, and the level at the end, of a validation loss."""

    minimum: float
    peak: float
    peak_at: int
    end: float


def read(case: Case) -> NormalPattern:
    loss = validation_loss(case)
    if loss is None or len(loss) < 2 * LEAST_POINTS:
        return PAGE.not_measured("No validation loss with enough points is recorded.")
    descent = _descent(loss)
    rise = descent.peak - descent.minimum
    bound = descent.minimum + RISE * _scale(case, loss)
    text = (
        f"val_loss has a first minimum of {descent.minimum:.3g}, a peak of "
        f"{descent.peak:.3g} at "
        f"{loss.x_name} "
        f"{loss.x[descent.peak_at]:g}, and ends at "
        f"{descent.end:.3g}."
    )
    if _stretch_above(loss.y, descent.peak_at, bound) < LEAST_POINTS_HIGH:
        return PAGE.not_shown(text)
    where = part(loss, descent.peak_at)
    if descent.peak - descent.end < BACK * rise:
        return PAGE.broken(text, where)
    if descent.end < descent.minimum:
        return PAGE.holds(text, where)
    return PAGE.broken(
        text,
        where,
        LEVEL,
    )


def _descent(loss: Series) -> Descent:
    """Return the peak that rises most over the lowest loss before it."""
    lowest_so_far = np.minimum.accumulate(loss.y)
    peak_at = int((loss.y - lowest_so_far).argmax())
    return Descent(
        minimum=float(lowest_so_far[peak_at]),
        peak=float(loss.y[peak_at]),
        peak_at=peak_at,
        end=final_level(loss.y),
    )


def _scale(case: Case, loss: Series) -> float:
    """Return the loss of a guess; where it is not known, the first loss or the fall from it."""
    first = float(loss.y[0])
    return chance_loss(case) or max(abs(first), first - float(loss.y.min()))


def _stretch_above(
    values: Floats,
    at: int,
    bound: float,
) -> int:
    """Return the length of the run of values above a bound around a point; 0 below it."""
    below = np.flatnonzero(values <= bound)
    before = below[below <= at]
    after = below[below >= at]
    start = int(before[-1]) + 1 if len(before) else 0
    stop = int(after[0]) if len(after) else len(values)
    return max(stop - start, 0)
