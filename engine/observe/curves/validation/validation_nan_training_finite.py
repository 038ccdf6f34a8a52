"""The validation loss is NaN or infinite while the training loss stays finite.

Measured on the points of both. A validation loss that is finite again later had one bad evaluation,
which counts less than one that stays broken.
"""

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.bad_points import first_non_finite
from engine.observe.measures.run import TRAINING_LOSSES
from engine.observe.measures.series import recorded
from engine.run import Case
from engine.scales import CERTAIN

SYMPTOM = "validation-nan-training-finite"
SOURCES = ("closed-form",)
RECOVERED = 0.6  # strength where the validation loss ends finite


def observe(case: Case) -> Finding | None:
    training = recorded(case, TRAINING_LOSSES)
    held_out = recorded(case, ("val_loss",))
    if not training or not held_out:
        return None
    broken = first_non_finite(held_out)
    if broken is None or first_non_finite(training) is not None:
        text = "No validation loss alone is NaN or infinite."
        return Finding.about("val_loss", strength=0.0, text=text)
    strength = RECOVERED if np.isfinite(broken.series.y[-1]) else CERTAIN
    return Finding.on(
        broken.onward,
        strength=strength,
        text=f"val_loss is not finite at {broken.count} of {len(broken.series)} points, and every "
        f"{training[0].name} is.",
    )
