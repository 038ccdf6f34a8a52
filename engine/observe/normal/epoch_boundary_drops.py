"""The training loss steps down where an epoch begins, and the validation loss stays level."""

from __future__ import annotations

import numpy as np

from engine.observe.curves.loss import (
    loss_sawtooth_each_epoch,
    loss_steps_down_at_epoch_boundaries,
)
from engine.observe.measures.robust import ratio
from engine.observe.measures.run import step_loss
from engine.observe.measures.series import paired
from engine.observe.normal.pattern import Boundary, NormalPattern, Page
from engine.observe.normal.signs import is_sign_seen
from engine.run import Case, Series
from engine.scales import is_seen

CLIMB = 0.02  # of the validation loss over its minimum
SCORE_FALLS = 0.02  # of the score from its best: between the two specimens
LEAST_BORDERS = 2

PAGE = Page(
    "epoch-boundary-drops",
    Boundary(
        "The validation loss is within 2% of its minimum at each border of the epochs.",
        "overtraining",
    ),
)
ORDER = Boundary(
    "The loss does not follow the place inside the epoch.",
    "data-not-shuffled",
)


def read(case: Case) -> NormalPattern:
    loss = step_loss(case)
    drops = loss_steps_down_at_epoch_boundaries.observe(case)
    if loss is None or drops is None:
        return PAGE.not_measured("No loss of single steps over three known epochs is recorded.")
    if not is_seen(drops.strength):
        return PAGE.not_shown(drops.text)
    if is_sign_seen(loss_sawtooth_each_epoch, case):
        return PAGE.broken(drops.text, loss, ORDER)
    return _by_validation(case, loss, drops.text)


def _by_validation(case: Case, loss: Series, text: str) -> NormalPattern:
    """Return the answer for a loss that steps down at the borders."""
    climb = _climb(case)
    if climb is None:
        text = f"{text} No validation loss is recorded."
        return PAGE.not_measured(text, loss)
    text = f"{text} val_loss ends {climb:.1%} above its minimum."
    if climb < CLIMB:
        return PAGE.holds(text, loss)
    if _score_falls(case):
        return PAGE.broken(text, loss)
    return PAGE.not_measured(text, loss)


def _climb(case: Case) -> float | None:
    """Return the rise of the last validation loss over the lowest, as a share of that."""
    held_out = case.series.get("val_loss")
    values = held_out.finite if held_out is not None else np.empty(0)
    if len(values) < LEAST_BORDERS:
        return None
    lowest = float(values.min())
    last = float(values[-1])
    return ratio(last - lowest, lowest)


def _score_falls(case: Case) -> bool:
    """Return whether the score at the end is lower than at its best."""
    pair = paired(case, "val_accuracy", "val_loss")
    if pair is None:
        return False
    score = pair[0]
    best = float(score.max())
    last = float(score[-1])
    return best - last > SCORE_FALLS
