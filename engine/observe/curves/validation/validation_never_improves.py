import math

import numpy as np

from engine.evidence import Finding
from engine.observe.facts import curve, span, tail, train_loss, validation_loss
from engine.observe.learned import (
    chance_loss,
    first_loss,
    unlearned,
    validation_loss_skill,
    validation_skill,
)
from engine.observe.robust import logistic, median, ratio
from engine.observe.settings import guessing_accuracy
from engine.run import Case, Series

SYMPTOM = "validation-never-improves"
# Best kept level of the validation score, 0 for a guess and 1 for perfect, while the training loss
# falls. Own: pure chance on a few hundred validation samples stays below 0.1.
NORMAL_SKILL, ABNORMAL_SKILL = 0.3, 0.06
NORMAL_LOSS_SKILL, ABNORMAL_LOSS_SKILL = 0.15, 0.03  # a guess has little scatter in its loss
NORMAL_FALL, ABNORMAL_FALL = 0.03, 0.2  # of what a guess leaves on the training data
# A validation loss that falls from where it began improves, even from far above a guess.
IMPROVES, STAYS = 0.35, 0.1
# Answers that have nothing to do with the inputs can only be learned one by one, which takes many
# epochs. Skill on the training data over the first eighth, own: 0.2 to 0.3 with labels at random,
# 0.7 where something is there to learn.
QUICK, SLOW = 0.6, 0.35
EARLY, MOST_EARLY = 8, 8
LEAST_POINTS = 4


def observe(case: Case) -> Finding | None:
    loss, start = train_loss(case), first_loss(case)
    skill, left = validation_skill(case), unlearned(case)
    if loss is None or start is None or skill is None or left is None:
        return None
    if len(loss) < LEAST_POINTS or chance_loss(case) is None:
        return None
    level, name = skill
    score, in_loss = case.series[name], validation_loss_skill(case) or 0.0
    fall = min(1 - left, 1 - ratio(tail(loss.y), start))
    strength = min(
        logistic(level, NORMAL_SKILL, ABNORMAL_SKILL),
        logistic(in_loss, NORMAL_LOSS_SKILL, ABNORMAL_LOSS_SKILL),
        logistic(_validation_fall(case), IMPROVES, STAYS),
        logistic(_early_skill(case), QUICK, SLOW),
        logistic(fall, NORMAL_FALL, ABNORMAL_FALL),
    )
    text = (
        f"{name} ends at {tail(score.finite):.3g}, which is {level:.0%} of the way from a guess "
        "to perfect, "
        f"while {loss.name} comes down to {tail(loss.y):.3g}."
    )
    return Finding(strength, text, f"metrics.{name}", span(score), {"skill": level})


def _validation_fall(case: Case) -> float:
    """Of the validation loss from its first value, as a share; 0 where there is none."""
    held_out = validation_loss(case)
    if held_out is None or held_out.y[0] <= 0:
        return 0.0
    return 1 - ratio(
        min(float(np.quantile(held_out.y, 0.25)), tail(held_out.y)), float(held_out.y[0])
    )


def _early_skill(case: Case) -> float:
    """On the training data over the first eighth of the run: 0 for a guess, 1 for perfect."""
    loss, accuracy = train_loss(case), curve(case, "train_accuracy")
    chance, guess = chance_loss(case), guessing_accuracy(case)
    skills = [] if loss is None or not chance else [1 - _first_part(loss) / chance]
    if accuracy is not None and guess is not None and guess < 1:
        skills.append((_first_part(accuracy) - guess) / (1 - guess))
    return max(skills, default=0.0)


def _first_part(series: Series) -> float:
    return median(series.y[: min(max(3, math.ceil(len(series) / EARLY)), MOST_EARLY)])
