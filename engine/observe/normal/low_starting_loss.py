"""A pretrained model starts at a small loss and improves by a few tenths.

Whether an output depends on later tokens shows on no curve. So the page holds only where the
settings say that the weights were trained before.
"""

from __future__ import annotations

from engine.observe.curves.updates import weights_unchanged
from engine.observe.measures.excerpt import begins_late
from engine.observe.measures.run import first_loss, first_loss_series, train_loss
from engine.observe.measures.series import final_level, first_points
from engine.observe.measures.stated import is_pretrained, number
from engine.observe.normal.about import states
from engine.observe.normal.choices import log_of_choices
from engine.observe.normal.movement import first_movement
from engine.observe.normal.pattern import LEAST_POINTS, Boundary, NormalPattern, Page
from engine.observe.normal.signs import is_sign_seen
from engine.run import Case, Series

FAR_BELOW = 0.5  # of the log of the number of choices
SCORES = ("val_accuracy", "val_f1", "val_bleu", "val_rouge", "val_token_accuracy")

PAGE = Page(
    "low-starting-loss",
    Boundary(
        "The first loss is below half of the log of the number of choices and above 0, and a "
        "held-out score improves.",
        "adapter-misconfiguration",
    ),
)
NOT_ZERO = Boundary("The loss is above 0.", "all-labels-ignored")
FROZEN = Boundary("The trainable weights change.", "frozen-parameters")


def read(case: Case) -> NormalPattern:
    if begins_late(case):
        return PAGE.not_measured("The record begins in the middle of the run.")
    first, chance = first_loss(case), log_of_choices(case)
    loss, beginning = train_loss(case), first_loss_series(case)
    if first is None or chance is None or loss is None or beginning is None:
        return PAGE.not_measured("First loss and number of choices are not both known.")
    text = (
        f"The first value of {beginning.name} is "
        f"{first:.3g}, "
        f"{first / chance:.0%} of the log of "
        f"the number of choices, and the loss ends at {final_level(loss.y):.3g}."
    )
    where = first_points(beginning, LEAST_POINTS)
    if first == 0:
        return PAGE.broken(text, where, NOT_ZERO)
    if first > FAR_BELOW * chance:
        return PAGE.not_shown(text)
    if is_sign_seen(weights_unchanged, case):
        return PAGE.broken(text, where, FROZEN)
    if not _starts_trained(case):
        return PAGE.not_measured(f"{text} Nothing states weights trained before.", where)
    return _by_held_out(case, text, where)


def _by_held_out(
    case: Case,
    text: str,
    where: Series,
) -> NormalPattern:
    score = first_movement(case, SCORES)
    loss = first_movement(case, ("val_loss",))
    if score is not None and score.rises:
        return PAGE.holds(f"{text} {score.text}.", where)
    if loss is not None and loss.falls:
        return PAGE.holds(f"{text} {loss.text}.", where)
    return PAGE.not_measured(f"{text} No held-out score improves.", where)


def _starts_trained(case: Case) -> bool:
    return is_pretrained(case) or states(case, "fine_tun", "finetun") or _has_adapter(case)


def _has_adapter(case: Case) -> bool:
    return bool(number(case, "lora_rank", "lora_alpha"))
