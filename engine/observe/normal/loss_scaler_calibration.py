"""The first steps in float16 are skipped while the loss scale halves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.observe.curves.loss import loss_non_finite
from engine.observe.measures.robust import TINY
from engine.observe.measures.run import step_loss, train_loss
from engine.observe.measures.series import finite_part, part
from engine.observe.normal.pattern import LEAST_POINTS, Boundary, NormalPattern, Page
from engine.observe.normal.signs import is_sign_seen
from engine.run import Case, Floats, Series

START = 100  # steps
SKIPPED = 0.03  # of all steps after the start
SETTLED = 128.0  # a scale that stays at it or above
LOWEST = 1.0
HALF = 0.75  # a scale that falls below this share of the one before was halved
QUARTER = 0.375  # one that falls below this share was halved more than once

PAGE = Page(
    "loss-scaler-calibration",
    Boundary(
        "After the first 100 steps skips come singly and in at most 3% of all steps, and the "
        "scale stays at 128 or above; it is broken below 1.",
        "mixed-precision-overflow",
    ),
)
FINITE = Boundary("The loss itself stays finite.", "nan-loss")


@dataclass(frozen=True, slots=True)
class Halvings:
    """Points of the loss scale at which it fell.

    late: halvings after the start, for each step after it.
    in_a_row: whether two late ones are neighbors.
    """

    count: int
    late: float
    in_a_row: bool


def read(case: Case) -> NormalPattern:
    recorded = case.series.get("loss_scale")
    scale = finite_part(recorded) if recorded is not None else None
    if scale is None or len(scale) < LEAST_POINTS:
        return PAGE.not_measured("No loss scale is recorded.")
    halvings = _halvings(scale)
    if not halvings.count:
        return PAGE.not_shown("The loss scale is never halved.")
    lowest = float(scale.y.min())
    text = (
        f"The loss scale starts at {scale.y[0]:g}, is halved at "
        f"{halvings.count} of "
        f"{len(scale)} "
        f"points ({halvings.late:.1%} of those after "
        f"{START} steps), and is "
        f"{lowest:g} at its "
        "lowest."
    )
    where = part(
        scale,
        0,
        int(np.argmin(scale.y)) + 1,
    )
    if is_sign_seen(loss_non_finite, case):
        return PAGE.broken(
            text,
            where,
            FINITE,
        )
    if lowest < LOWEST or halvings.in_a_row or halvings.late > SKIPPED:
        return PAGE.broken(text, where)
    loss = step_loss(case) or train_loss(case)
    if loss is None or len(loss) < LEAST_POINTS:
        return PAGE.not_measured(f"{text} No loss is recorded.", where)
    if lowest >= SETTLED:
        return PAGE.holds(text, where)
    return PAGE.not_measured(f"{text} Small gradients may be lost.", where)


def _halvings(scale: Series) -> Halvings:
    """Count the points at which the scale fell; one that fell far was halved more than once."""
    before = np.maximum(scale.y[:-1], TINY)
    times = scale.y[1:] / before
    falls = times < HALF
    steps = _steps(scale)
    late = falls & (steps[1:] > START)
    neighbors = late[1:] & late[:-1]
    twice = late & (times < QUARTER)
    in_a_row = neighbors.any() or twice.any()
    return Halvings(
        count=int(falls.sum()),
        late=float(late.sum()) / max(float(steps[-1]) - START, 1.0),
        in_a_row=bool(in_a_row),
    )


def _steps(scale: Series) -> Floats:
    """Return the step of each point, counted from the first; its place where none is recorded."""
    steps = np.arange(len(scale), dtype=np.float64)
    if scale.x_name == "step":
        steps = scale.x - scale.x[0]
    return steps
