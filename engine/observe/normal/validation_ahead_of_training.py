"""Validation is ahead of training, and the lead goes away once both are measured alike.

A training score under dropout and augmentation is a lower bound of the clean one. So where it is
level with validation already, the clean one is too.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from engine.observe.curves.validation import validation_too_good
from engine.observe.measures.robust import every_few, median
from engine.observe.measures.run import few_without_lag
from engine.observe.measures.series import curve, final_level, last_points, paired
from engine.observe.measures.task import has_no_task_loss
from engine.observe.normal.clean_scores import clean_accuracy
from engine.observe.normal.pattern import LEAST_POINTS, Boundary, NormalPattern, Page
from engine.observe.normal.sampling import STANDARD_ERRORS, standard_error
from engine.observe.normal.signs import is_sign_seen
from engine.run import Case, Floats, Series

LEVEL = 0.03  # in accuracy: scored alike, training is ahead or behind by no more than this
BEHIND = 0.08  # in accuracy: training stays behind
AHEAD_IN_LOSS = 0.04  # of the training loss; less is the ordinary distance of two curves

PAGE = Page(
    "validation-ahead-of-training",
    Boundary(
        "Scored like validation, the training set comes out behind by no more than 0.03; "
        "it is broken from 0.08 on.",
        "bad-split",
    ),
)
TOO_GOOD = "The validation score is nearly perfect, so a search for copies comes first."
EXPLAINED = "The lead goes away without the lag of the running mean."


@dataclass(frozen=True, slots=True)
class Lead:
    """Validation over training, in accuracy or as a share of the training loss.

    logged: as recorded, over the first quarter. early, late: over the first quarter and the second
    half, without the lag of the running mean.
    """

    logged: float
    early: float
    late: float

    @property
    def largest(self) -> float:
        return max(self.logged, self.late)

    @property
    def without_lag(self) -> float:
        return max(self.early, self.late)


def read(case: Case) -> NormalPattern:
    held_out = curve(case, "val_accuracy")
    pair = paired(case, "train_accuracy", "val_accuracy")
    if pair is None or held_out is None or len(pair[0]) < LEAST_POINTS:
        return _by_losses(case)
    lead = _lead(pair[0], pair[1], scale=1.0)
    text = (
        f"Validation accuracy minus training accuracy is {lead.logged:+.3f} in the first quarter "
        f"and {lead.late:+.3f} in the second half."
    )
    if lead.largest < LEVEL:
        return PAGE.not_shown(text)
    if is_sign_seen(validation_too_good, case):
        return PAGE.not_measured(f"{text} {TOO_GOOD}", held_out)
    clean = clean_accuracy(case)
    if clean is not None:
        return _by_clean_score(case, clean, held_out, text)
    if lead.without_lag < LEVEL:
        return PAGE.holds(f"{text} {EXPLAINED}", held_out)
    return PAGE.not_measured(f"{text} No clean training score is logged.", held_out)


def _lead(train: Floats, held_out: Floats, scale: float) -> Lead:
    """scale: of one unit, negative for losses, of which the lower one is ahead."""
    centered = few_without_lag(train)
    train, held_out = map(every_few, (train, held_out))
    quarter = math.ceil(len(train) / 4)
    half = len(train) // 2
    logged = (held_out - train) / scale
    moved = (held_out - centered) / scale
    return Lead(
        logged=median(logged[:quarter]),
        early=median(moved[:quarter]),
        late=median(moved[half:]),
    )


def _by_clean_score(
    case: Case,
    clean: Series,
    held_out: Series,
    text: str,
) -> NormalPattern:
    scored = final_level(clean.y)
    reached = final_level(held_out.y)
    behind = reached - scored
    text = (
        f"{text} Scored like validation, training ends at "
        f"{scored:.3f} "
        f"and validation at {reached:.3f}."
    )
    if behind < LEVEL:
        return PAGE.holds(text, held_out)
    if behind > max(BEHIND, STANDARD_ERRORS * standard_error(case, reached)):
        return PAGE.broken(text, held_out)
    return PAGE.not_measured(text, held_out)


def _by_losses(case: Case) -> NormalPattern:
    pair = paired(case, "train_loss", "val_loss")
    if pair is None or has_no_task_loss(case) or len(pair[0]) < LEAST_POINTS:
        return PAGE.not_measured("Training and validation are not both recorded.")
    train, held_out = pair
    scale = median(np.abs(every_few(train))) or 1.0
    lead = _lead(train, held_out, -scale)
    text = (
        f"val_loss minus train_loss is {-lead.logged:+.0%} of the median training loss "
        f"in the first quarter and {-lead.late:+.0%} in the second half."
    )
    where = last_points(case.series["val_loss"])
    if lead.largest < AHEAD_IN_LOSS:
        return PAGE.not_shown(text)
    if is_sign_seen(validation_too_good, case):
        return PAGE.not_measured(f"{text} {TOO_GOOD}", where)
    if lead.without_lag < AHEAD_IN_LOSS:
        return PAGE.holds(f"{text} {EXPLAINED}", where)
    return PAGE.not_measured(f"{text} No clean training score is logged.", where)
