"""Training starts at the log of the number of choices, and the loss then falls."""

from __future__ import annotations

from engine.observe.curves.loss import loss_starts_too_high
from engine.observe.curves.updates import weights_unchanged
from engine.observe.measures.excerpt import begins_late
from engine.observe.measures.run import first_loss, first_loss_series, train_loss
from engine.observe.measures.series import final_level, first_points
from engine.observe.normal.choices import log_of_choices
from engine.observe.normal.pattern import LEAST_POINTS, Boundary, NormalPattern, Page
from engine.observe.normal.signs import is_sign_seen
from engine.run import Case, Series

CLOSE = 0.1  # of the log: the first loss of equal chances
LOWER = 0.85  # of the log: a loss that has clearly fallen
STILL_THERE = 0.9  # of the log

PAGE = Page(
    "first-loss-at-chance",
    Boundary(
        "The first loss is within 10% of the natural log of the number of choices, and the loss "
        "ends below 0.85 of it.",
        "learning-rate-too-low",
    ),
)
TOO_HIGH = Boundary(
    "The first loss is less than 3 times the log of the number of choices.",
    "poor-weight-initialization",
)
FROZEN = Boundary("The weights that should learn change.", "frozen-parameters")


def read(case: Case) -> NormalPattern:
    if begins_late(case):
        return PAGE.not_measured("The record begins in the middle of the run.")
    first, chance = first_loss(case), log_of_choices(case)
    loss, beginning = train_loss(case), first_loss_series(case)
    if first is None or chance is None or loss is None or beginning is None:
        return PAGE.not_measured("First loss and number of choices are not both known.")
    if len(loss) < LEAST_POINTS:
        return PAGE.not_measured("The loss has too few points to show a fall.")
    end = final_level(loss.y)
    text = (
        f"The first value of {beginning.name} is "
        f"{first:.4g}, the log of the number of choices "
        f"{chance:.4g}; the loss ends at "
        f"{end:.3g}."
    )
    where = first_points(beginning, LEAST_POINTS)
    if is_sign_seen(loss_starts_too_high, case):
        return PAGE.broken(text, where, TOO_HIGH)
    if abs(first / chance - 1) > CLOSE:
        return PAGE.not_shown(text)
    return _by_end(case, end / chance, text, where)


def _by_end(case: Case, share: float, text: str, where: Series) -> NormalPattern:
    if is_sign_seen(weights_unchanged, case):
        return PAGE.broken(text, where, FROZEN)
    if share < LOWER:
        return PAGE.holds(text, where)
    if share > STILL_THERE:
        return PAGE.broken(text, where)
    return PAGE.not_measured(f"{text} The fall is small.", where)
