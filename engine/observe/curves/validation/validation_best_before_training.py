"""Validation is best before the first step, and training makes it worse for good.

Measured on a validation loss whose first point lies before the first step: the lowest later value
and the next one, both over the first. A model from scratch starts at the loss of a guess, so only
one that was trained before can start far below all that follows.
"""

from __future__ import annotations

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import ratio
from engine.observe.measures.run import before_training, validation_loss
from engine.observe.measures.series import first_points, part
from engine.run import Case

SYMPTOM = "validation-best-before-training"
WORSE = Band(
    1.1,
    1.6,
    log=True,
    source="judgment",
    note="lowest loss after the first step over the loss before it",
)
JUMP = Band(
    1.3,
    2.5,
    log=True,
    source="judgment",
    note="first loss after the first step over the loss before it",
)
LEAST_POINTS = 4


def observe(case: Case) -> Finding | None:
    loss = validation_loss(case)
    if loss is None or len(loss) < LEAST_POINTS or not before_training(case, loss):
        return None
    start = float(loss.y[0])
    if start <= 0:
        return None
    after = part(loss, 1)
    lowest, first = float(after.y.min()), float(after.y[0])
    return Finding.on(
        first_points(loss, 2),
        strength=min(
            WORSE.strength(ratio(lowest, start)),
            JUMP.strength(ratio(first, start)),
        ),
        text=f"Before the first step val_loss is {start:.3g}, at the next evaluation {first:.3g}; "
        f"after that it is {lowest:.3g} at the lowest.",
    )
