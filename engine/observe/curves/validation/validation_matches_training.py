"""Validation loss and training loss are the same curve.

Measured as the typical distance of the two in the second half, as a share of the larger. Separate
data differs by a tenth or more even without overfitting. Flat curves match for another reason, so
both must have fallen.
"""

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import TINY, median, ratio
from engine.observe.measures.run import late_losses
from engine.observe.measures.series import paired
from engine.run import Case, Floats

SYMPTOM = "validation-matches-training"
DISTANCE = Band(
    0.12,
    0.015,
    log=True,
    source="healthy-runs",
    note="of the two losses, as a share of the larger; 0.1 or more in healthy recorded runs",
)
FALL = Band(
    0.1,
    0.5,
    source="judgment",
    note="of the training loss, as a share of its first value",
)


def observe(case: Case) -> Finding | None:
    losses = late_losses(case)
    whole = paired(case, "train_loss", "val_loss")
    if losses is None or whole is None:
        return None
    train, held_out = losses
    distance = _distance(train, held_out)
    fall = 1 - ratio(median(train), float(whole[0][0]))
    return Finding.about(
        "val_loss",
        strength=min(DISTANCE.strength(distance), FALL.strength(fall)),
        text=f"In the second half train_loss and val_loss differ by {distance:.1%} "
        f"({median(held_out):.3g} at validation).",
    )


def _distance(train: Floats, held_out: Floats) -> float:
    """Return the median distance of the two as a share of the larger one."""
    larger = np.maximum(np.abs(train), np.abs(held_out))
    return median(np.abs(train - held_out) / np.maximum(larger, TINY))
