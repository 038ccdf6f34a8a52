"""Validation is far worse than training from the first evaluations on.

Measured over the first eighth of the run, before a model can have overfitted, as the distance of
the losses or of the accuracies. A training loss far above that of a guess does not count: a model
that fails on both sides has another fault.
"""

import math

from engine.evidence import Finding, strongest_finding
from engine.observe.measures.band import Band
from engine.observe.measures.guess import chance_loss
from engine.observe.measures.robust import median, ratio
from engine.observe.measures.run import has_no_task_loss
from engine.observe.measures.series import first_points, paired
from engine.run import Case, Floats

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
EARLY = 8  # the first eighth of the run
LEAST_EARLY = 3  # evaluations
LEAST_POINTS = 4


def observe(case: Case) -> Finding | None:
    if has_no_task_loss(case):
        return None
    findings = (_in_loss(case), _in_accuracy(case))
    return strongest_finding(finding for finding in findings if finding is not None)


def _in_loss(case: Case) -> Finding | None:
    early = _early(case, "train_loss", "val_loss")
    if early is None:
        return None
    train, held_out = early
    scale = chance_loss(case) or float(train[0])
    excess = ratio(median(held_out - train), scale)
    training = ratio(median(train), scale)
    return Finding.on(
        first_points(case.series["val_loss"], len(train)),
        strength=min(EXCESS.strength(excess), TRAINING_LOSS.strength(training)),
        text=f"Over the first {len(train)} evaluations val_loss is {median(held_out):.3g}, "
        f"train_loss {median(train):.3g}: the distance is {excess:.0%} of the loss of a guess.",
    )


def _in_accuracy(case: Case) -> Finding | None:
    early = _early(case, "train_accuracy", "val_accuracy")
    if early is None:
        return None
    train, held_out = early
    gap = median(train - held_out)
    return Finding.on(
        first_points(case.series["val_accuracy"], len(train)),
        strength=GAP.strength(gap),
        text=f"Over the first {len(train)} evaluations validation accuracy is "
        f"{median(held_out):.3f}, training accuracy {median(train):.3f}.",
    )


def _early(case: Case, train: str, held_out: str) -> tuple[Floats, Floats] | None:
    """Return both series over the first eighth of their common points."""
    pair = paired(case, train, held_out)
    if pair is None or len(pair[0]) < LEAST_POINTS:
        return None
    count = max(LEAST_EARLY, math.ceil(len(pair[0]) / EARLY))
    return pair[0][:count], pair[1][:count]
