"""The loss stops above zero at the entropy of soft targets, although the answers are right."""

from __future__ import annotations

import math
from dataclasses import dataclass

from engine.observe.measures.run import train_loss
from engine.observe.measures.series import curve, final_level, last_points
from engine.observe.measures.stated import n_classes, number
from engine.observe.normal.about import has_word
from engine.observe.normal.pattern import LEAST_POINTS, Boundary, NormalPattern, Page
from engine.run import Case, Series

ABOVE = 0.2  # of the floor: a loss that ends within it has stopped there
NEARLY_ALL = 0.95  # of the training answers are right
POOR = 0.9
HARD = 0.2  # loss on hard labels, far below the floor
HIGH = 1.0  # loss on hard labels that stays near the logged one

PAGE = Page(
    "soft-target-floor",
    Boundary(
        "The loss ends near the entropy of the targets, nearly all training answers are right, "
        "and on hard labels the loss is below 0.2.",
        "double-softmax",
    ),
)
POORLY = Boundary("Nearly all training answers are right.", "underfitting")


@dataclass(frozen=True, slots=True)
class Floor:
    """Entropies of the smoothed targets in nats: over all classes, and over the other ones."""

    over_all: float
    over_others: float


def read(case: Case) -> NormalPattern:
    floor = _floor(case)
    loss = train_loss(case)
    if floor is None or loss is None or len(loss) < LEAST_POINTS:
        return PAGE.not_measured("No training loss with a stated label smoothing is recorded.")
    end = final_level(loss.y)
    text = (
        f"{loss.name} ends at "
        f"{end:.3g}; the targets have an entropy of "
        f"{floor.over_all:.2f}, "
        f"or {floor.over_others:.2f} where the other classes alone share it."
    )
    where = last_points(loss)
    hard = _hard_label_loss(case)
    if hard is not None:
        text = f"{text} On hard labels the loss is {hard:.3g}."
        if hard > HIGH:
            return PAGE.broken(text, where)
    if end > floor.over_others * (1 + ABOVE):
        return PAGE.not_shown(text)
    return _by_answers(case, hard, text, where)


def _by_answers(
    case: Case,
    hard: float | None,
    text: str,
    where: Series,
) -> NormalPattern:
    accuracy = curve(case, "train_accuracy")
    if accuracy is None:
        if hard is not None and hard < HARD:
            return PAGE.holds(text, where)
        return PAGE.not_measured(f"{text} No training accuracy is recorded.", where)
    right = final_level(accuracy.y)
    text = f"{text} {right:.1%} of the training answers are right."
    if right < POOR:
        return PAGE.broken(text, where, POORLY)
    if right >= NEARLY_ALL and (hard is None or hard < HARD):
        return PAGE.holds(text, where)
    return PAGE.not_measured(text, where)


def _floor(case: Case) -> Floor | None:
    smoothing = number(case, "label_smoothing") or 0.0
    classes = n_classes(case)
    if classes is None or not 0 < smoothing < 1:
        return None
    shared = smoothing / classes
    over_all = _entropy(
        1 - smoothing + shared,
        shared,
        classes,
    )
    over_others = _entropy(
        1 - smoothing,
        smoothing / (classes - 1),
        classes,
    )
    return Floor(over_all, over_others)


def _entropy(
    right: float,
    other: float,
    classes: int,
) -> float:
    of_right = -right * math.log(right)
    if other <= 0:  # a share that is too small for a float
        return of_right
    wrong = (classes - 1) * other
    return of_right - wrong * math.log(other)


def _hard_label_loss(case: Case) -> float | None:
    for name in case.series:
        is_loss = name.startswith("train") and has_word(name, ("loss",))
        if is_loss and has_word(name, ("hard_labels", "hard", "hard_targets")):
            hard = curve(case, name)
            return None if hard is None else final_level(hard.y)
    return None
