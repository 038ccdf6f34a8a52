"""Validation ends worse than training.

Measured as the distance of the two accuracies at the end, or of the two losses where an accuracy
is missing. Healthy runs on small data reach a gap of 0.09 in accuracy.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.gap import final_gap
from engine.observe.measures.series import last_points
from engine.run import Case

SYMPTOM = "generalization-gap"
ACCURACY_GAP = Band(
    0.05,
    0.22,
    source="healthy-runs",
    compare=("autotrainer", "default", "deepchecks"),
    note="up to 0.09 in healthy recorded runs on small data; "
    "AUTOTRAINER: 0.07 to 0.10, DEFault: 0.10, deepchecks: 10 % of the score",
)
LOSS_GAP = Band(
    0.08,
    0.5,
    source="judgment",
    note="as a share of the loss of a guess",
)


def observe(case: Case) -> Finding | None:
    gap = final_gap(case)
    if gap is None:
        return None
    band = LOSS_GAP if gap.is_of_losses else ACCURACY_GAP
    return Finding.on(
        last_points(gap.held_out),
        strength=band.strength(gap.distance),
        text=gap.text,
    )
