"""Validation ends so much worse than training that no healthy run explains it.

A gap by itself is no failure: healthy runs on little data end with 0.13 in accuracy, and large
image classifiers can live with 0.2. Losses drift apart where the training loss is small, so both
their distance and their ratio have to be large. The loss of a guess is hardly known from few
points, so the distance has to be large for two classes as well.
"""

import math

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.gap import Gap, final_gap
from engine.observe.measures.series import last_points
from engine.run import Case

SYMPTOM = "generalization-gap-very-wide"
ACCURACY_GAP = Band(
    0.18,
    0.34,
    source="judgment",
    note="distance of the final accuracies; the middle lies above every healthy recorded run",
)
LOSS_GAP = Band(
    0.3,
    0.8,
    source="judgment",
    note="distance of the final losses as a share of the loss of a guess",
)
TIMES = Band(
    2.0,
    5.0,
    log=True,
    source="judgment",
    note="final validation loss over the final training loss",
)
TWO_CLASSES = math.log(2)  # loss of a guess


def observe(case: Case) -> Finding | None:
    gap = final_gap(case)
    if gap is None:
        return None
    return Finding.on(
        last_points(gap.held_out),
        strength=_strength(gap),
        text=gap.text,
    )


def _strength(gap: Gap) -> float:
    if not gap.is_of_losses:
        return ACCURACY_GAP.strength(gap.distance)
    return min(
        LOSS_GAP.strength(gap.distance),
        LOSS_GAP.strength(gap.apart / TWO_CLASSES),
        TIMES.strength(gap.times),
    )
