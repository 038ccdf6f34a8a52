"""The validation score stays at the level of a guess while training succeeds.

Five measures must all be high: no skill of the score, no skill of the validation loss, no fall of
it from its own start, a slow start on the training data, and a fall of the training loss. Answers
that have nothing to do with the inputs can only be learned one by one, which takes many epochs, so
a training set that is learned within the first eighth has something to learn. Chance alone on a
few hundred validation samples stays below a skill of 0.1.
"""

import math

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.excerpt import begins_late
from engine.observe.measures.guess import chance_loss, guessing_accuracy
from engine.observe.measures.robust import median, ratio
from engine.observe.measures.run import train_loss_and_start, validation_loss
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
EARLY = 8  # the first eighth of the run
LEAST_EARLY, MOST_EARLY = 3, 8  # points
LEAST_POINTS = 4


def observe(case: Case) -> Finding | None:
    known = train_loss_and_start(case, LEAST_POINTS)
    skill = validation_skill(case)
    left = unlearned(case)
    if known is None or skill is None or left is None or chance_loss(case) is None:
        return None
    if begins_late(case):
        return None

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
