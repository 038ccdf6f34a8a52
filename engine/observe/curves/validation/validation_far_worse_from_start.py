"""Validation is far worse than training from the first evaluations on.

Measured over the first eighth of the run, before a model can have overfitted, as the distance of
the losses or of the accuracies, and at the first evaluation, because a few epochs on little data
open a gap too. A training loss far above that of a guess does not count: a model that fails on both
sides has another fault. Nor does a distance before anything was learned, one of a model that scores
well, or one in a log that begins in the middle of the run.
"""

import math
from dataclasses import replace

from engine.evidence import Finding, strongest_finding
from engine.observe.measures.band import Band
from engine.observe.measures.excerpt import begins_late
from engine.observe.measures.guess import chance_loss
from engine.observe.measures.robust import median, ratio
from engine.observe.measures.run import first_loss
from engine.observe.measures.series import any_points, final_level, first_points, paired
from engine.observe.measures.task import has_no_task_loss
from engine.run import Case, Floats
from engine.scales import RULED_OUT

SYMPTOM = "validation-far-worse-from-start"
EXCESS = Band(
    0.25,
    1.0,
    source="judgment",
    compare=("thedeepchecker",),
    note="of the loss of a guess; "
    "TheDeepChecker: the loss changes by half between training and evaluation mode",
)
TRAINING_LOSS = Band(
    1.5,
    1.0,
    source="judgment",
    note="times the loss of a guess; far above 1 the model fails on the training data too",
)
GAP = Band(
    0.15,
    0.4,
    source="judgment",
    note="in accuracy",
)
EXCESS_AT_FIRST = Band(
    0.15,
    0.6,
    source="judgment",
    note="of the loss of a guess, at the first evaluation; a gap that few samples open begins at 0",
)
GAP_AT_FIRST = Band(
    0.08,
    0.25,
    source="judgment",
    note="in accuracy, at the first evaluation",
)
LEARNED = Band(
    0.05,
    0.2,
    source="judgment",
    note="fall of the training loss, of its first value, or rise of the training accuracy",
)
GOOD = 0.9  # accuracy or F1 of a model that does not fail on validation data
EARLY = 8  # the first eighth of the run
LEAST_EARLY = 3  # evaluations
LEAST_POINTS = 4


def observe(case: Case) -> Finding | None:
    if has_no_task_loss(case) or begins_late(case):
        return None
    findings = (_in_loss(case), _in_accuracy(case))
    found = strongest_finding(finding for finding in findings if finding is not None)
    if found is not None and _scores_well(case):
        return replace(found, strength=min(found.strength, RULED_OUT))
    return found


def _in_loss(case: Case) -> Finding | None:
    early = _early(case, "train_loss", "val_loss")
    if early is None:
        return None
    train, held_out = early
    scale = _scale(case, train)
    distance = held_out - train
    excess = ratio(median(distance), scale)
    training = ratio(median(train), scale)
    whole = case.series["train_loss"].finite
    learned = ratio(float(whole[0]) - final_level(whole), float(whole[0]))
    return Finding.on(
        first_points(case.series["val_loss"], len(train)),
        strength=min(
            EXCESS.strength(excess),
            TRAINING_LOSS.strength(training),
            _opened_by_more_than_few_samples(train, held_out, scale),
            LEARNED.strength(learned),
        ),
        text=f"Over the first {len(train)} evaluations val_loss is {median(held_out):.3g}, "
        f"train_loss {median(train):.3g}: the distance is {excess:.0%} of the loss of a guess.",
    )


def _in_accuracy(case: Case) -> Finding | None:
    early = _early(case, "train_accuracy", "val_accuracy")
    if early is None:
        return None
    train, held_out = early
    gap = median(train - held_out)
    whole = case.series["train_accuracy"].finite
    learned = final_level(whole) - float(whole.min())
    return Finding.on(
        first_points(case.series["val_accuracy"], len(train)),
        strength=min(
            GAP.strength(gap),
            GAP_AT_FIRST.strength(float(train[0] - held_out[0])),
            LEARNED.strength(learned),
        ),
        text=f"Over the first {len(train)} evaluations validation accuracy is "
        f"{median(held_out):.3f}, training accuracy {median(train):.3f}.",
    )


def _scale(case: Case, train: Floats) -> float:
    """Return the loss of a guess; where that is not known, the first training loss of the run."""
    chance = chance_loss(case)
    if chance is not None:
        return chance
    return max(first_loss(case) or 0.0, float(train[0]))


def _opened_by_more_than_few_samples(train: Floats, held_out: Floats, scale: float) -> float:
    """Return how surely the distance does not come from learning few samples by heart, 0 to 1.

    It is there at the first evaluation, or validation is at once far worse than a guess.
    """
    at_first = ratio(float(held_out[0] - train[0]), scale)
    above_a_guess = ratio(median(held_out) - scale, scale)
    return max(
        EXCESS_AT_FIRST.strength(at_first),
        EXCESS.strength(above_a_guess),
    )


def _scores_well(case: Case) -> bool:
    scores = (any_points(case, name) for name in ("val_accuracy", "val_f1"))
    return any(score is not None and final_level(score.y) >= GOOD for score in scores)


def _early(case: Case, train: str, held_out: str) -> tuple[Floats, Floats] | None:
    """Return both series over the first eighth of their common points."""
    pair = paired(case, train, held_out)
    if pair is None or len(pair[0]) < LEAST_POINTS:
        return None
    count = max(LEAST_EARLY, math.ceil(len(pair[0]) / EARLY))
    return pair[0][:count], pair[1][:count]
