"""The gradient norm is not finite where the loss still is.

Measured at the first norm that is NaN or infinite: the loss at the same point and before it must be
finite. Loss scaling in half precision skips such steps as part of its work, and a loss of 0 or one
that repeats hides a NaN of its own; neither is judged. A run with finite norms has nothing to show.
"""

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.bad_points import first_non_finite
from engine.observe.measures.run import first_loss_series
from engine.observe.measures.series import recorded
from engine.observe.measures.stated import word
from engine.run import Case, Floats
from engine.scales import CERTAIN, RULED_OUT

SYMPTOM = "gradient-nan-loss-finite"
SOURCES = ("pytorch-grad-scaler",)
NORMS = ("grad_norm_step", "grad_norm")


def observe(case: Case) -> Finding | None:
    broken = first_non_finite(recorded(case, NORMS))
    loss = first_loss_series(case)
    if broken is None or loss is None:
        return None
    if loss.x_name != broken.series.x_name or _has_loss_scaling(case):
        return None
    at = float(broken.onward.x[0])
    before = loss.y[loss.x <= at]
    if not len(before) or _is_masked(before):
        return None
    is_finite = bool(np.isfinite(before).all())
    strength = CERTAIN if is_finite else RULED_OUT
    return Finding.on(
        broken.onward,
        strength=strength,
        text=f"{broken.series.name} is first not finite at {loss.x_name} {at:g}, where "
        f"{loss.name} is {before[-1]:.4g}.",
    )


def _has_loss_scaling(case: Case) -> bool:
    if "loss_scale" in case.series:
        return True
    return word(case, "precision") == "fp16"


def _is_masked(values: Floats) -> bool:
    """Return whether the last loss is 0 or the one before it again."""
    last = values[-1]
    if last == 0:
        return True
    return len(values) > 1 and bool(last == values[-2])
