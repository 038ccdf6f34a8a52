"""The validation score stays at the level of a guess while training succeeds.

Five measures must all be high: no skill of the score, no skill of the validation loss, no fall of
it from its own start, a slow start on the training data, and a fall of the training loss. Answers
that have nothing to do with the inputs can only be learned one by one, which takes many epochs, so
a training set that is learned within the first eighth has something to learn. Chance alone on a
few hundred validation samples stays below a skill of 0.1. Where no scale is known, a validation
loss that is best at its first evaluation and rises from there, under a training loss that falls
slowly, says the same, and less surely.
"""

import math

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.excerpt import begins_late
from engine.observe.measures.guess import chance_loss, guessing_accuracy
from engine.observe.measures.robust import median, ratio
from engine.observe.measures.run import before_training, train_loss_and_start, validation_loss
from engine.observe.measures.series import curve, final_level
from engine.observe.measures.skill import (
    lowest_kept,
    unlearned,
    validation_loss_skill,
    validation_skill,
)
from engine.run import Case, Series

SYMPTOM = "validation-never-improves"
SKILL = Band(
    0.3,
    0.06,
    source="healthy-runs",
    note="of the best level that the score keeps; below 0.1 by chance on a few hundred samples",
)
LOSS_SKILL = Band(
    0.15,
    0.03,
    source="judgment",
    note="of the validation loss, which scatters little for a guess",
)
VALIDATION_FALL = Band(
    0.35,
    0.1,
    source="judgment",
    note="of the validation loss from its first value, even from far above a guess",
)
EARLY_SKILL = Band(
    0.6,
    0.35,
    source="healthy-runs",
    note="on the training data over the first eighth; 0.2 to 0.3 with labels at random, "
    "0.7 where something is there to learn",
)
TRAINING_FALL = Band(
    0.03,
    0.2,
    source="judgment",
    note="of what a guess leaves on the training data",
)
FIRST_IS_BEST = Band(
    0.05,
    0.01,
    source="judgment",
    note="fall of the validation loss below its first value, as a share of it, without a scale",
)
RISE = Band(
    0.03,
    0.15,
    source="judgment",
    note="of the validation loss at the end over its first value, as a share of it",
)
EARLY_FALL = Band(
    0.4,
    0.2,
    source="judgment",
    note="of the training loss within the first eighth, as a share of its whole fall; "
    "0.125 for a steady one",
)
LEAST_EVALUATIONS = 8  # without a scale: by the first of a few a model has learned and overfits
WITHOUT_SCALE = 0.8  # the most where no scale is known
EARLY = 8  # the first eighth of the run
LEAST_EARLY, MOST_EARLY = 3, 8  # points
LEAST_POINTS = 4


def observe(case: Case) -> Finding | None:
    known = train_loss_and_start(case, LEAST_POINTS)
    skill = validation_skill(case)
    left = unlearned(case)
    if known is None or begins_late(case):
        return None
    if skill is None or left is None or chance_loss(case) is None:
        return _without_scale(case, *known)

    loss, start = known
    level, name = skill
    score = case.series[name]
    loss_skill = validation_loss_skill(case) or 0.0
    training_fall = min(1 - left, 1 - ratio(final_level(loss.y), start))
    return Finding.on(
        score,
        strength=min(
            SKILL.strength(level),
            LOSS_SKILL.strength(loss_skill),
            VALIDATION_FALL.strength(_validation_fall(case)),
            EARLY_SKILL.strength(_early_skill(case)),
            TRAINING_FALL.strength(training_fall),
        ),
        text=f"{name} ends at {final_level(score.finite):.3g}, "
        f"which is {level:.0%} of the way from a guess to perfect, "
        f"while {loss.name} comes down to {final_level(loss.y):.3g}.",
    )


def _without_scale(case: Case, loss: Series, start: float) -> Finding | None:
    """Return a finding about losses alone; None where a score or a start before training says more.

    A score that is recorded would have to be at chance as well, and its chance is not known.
    """
    held_out = validation_loss(case)
    scores = {"val_accuracy", "val_r2", "val_f1", "val_auc"}
    if held_out is None or len(held_out) < LEAST_EVALUATIONS or not scores.isdisjoint(case.series):
        return None
    first = float(held_out.y[0])
    if first <= 0 or start <= 0 or before_training(case, held_out):
        return None
    fall = ratio(first - float(held_out.y.min()), first)
    rise = ratio(final_level(held_out.y) - first, first)
    whole = start - final_level(loss.y)
    early = ratio(start - _first_part(loss), whole)
    return Finding.on(
        held_out,
        strength=min(
            FIRST_IS_BEST.strength(fall),
            RISE.strength(rise),
            EARLY_FALL.strength(early),
            TRAINING_FALL.strength(ratio(whole, start)),
            WITHOUT_SCALE,
        ),
        text=f"val_loss is {first:.3g} at first, {held_out.y.min():.3g} at best and "
        f"{final_level(held_out.y):.3g} at the end, "
        f"while {loss.name} comes down from {start:.3g} to {final_level(loss.y):.3g}.",
    )


def _validation_fall(case: Case) -> float:
    """Return the fall of the validation loss as a share of its first value; 0 without one."""
    held_out = validation_loss(case)
    if held_out is None or held_out.y[0] <= 0:
        return 0.0
    return 1 - ratio(lowest_kept(held_out.y), float(held_out.y[0]))


def _early_skill(case: Case) -> float:
    """Return the skill on the training data over the first eighth, by loss or by accuracy."""
    skills = (_early_skill_by_loss(case), _early_skill_by_accuracy(case))
    return max((skill for skill in skills if skill is not None), default=0.0)


def _early_skill_by_loss(case: Case) -> float | None:
    known = train_loss_and_start(case, LEAST_POINTS)
    chance = chance_loss(case)
    if known is None or not chance:
        return None
    return 1 - _first_part(known[0]) / chance


def _early_skill_by_accuracy(case: Case) -> float | None:
    accuracy = curve(case, "train_accuracy")
    guess = guessing_accuracy(case)
    if accuracy is None or guess is None or guess >= 1:
        return None
    return (_first_part(accuracy) - guess) / (1 - guess)


def _first_part(series: Series) -> float:
    """Return the median over the first eighth, of 3 to 8 points."""
    count = max(LEAST_EARLY, math.ceil(len(series) / EARLY))
    return median(series.y[: min(count, MOST_EARLY)])
