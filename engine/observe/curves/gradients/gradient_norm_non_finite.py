"""A gradient norm is NaN or infinite.

Certain in ordinary precision. Dynamic loss scaling looks for the largest scale that works, so a
few infinite norms are its normal work in half precision; there the share of bad steps counts. The
mean over an epoch is not finite as soon as one step of it is not.
"""

from engine.evidence import Finding
from engine.observe.measures.bad_points import BadPoints, first_non_finite
from engine.observe.measures.band import Band
from engine.observe.measures.layers import NAME as BY_LAYER
from engine.observe.measures.run import steps_per_epoch
from engine.observe.measures.series import recorded
from engine.observe.measures.stated import number, word
from engine.run import Case, Series

SYMPTOM = "gradient-norm-non-finite"
NORMS = ("grad_norm_step", "grad_norm", "d_grad_norm", "g_grad_norm")
SHARE = Band(
    0.01,
    0.06,
    source="healthy-runs",
    compare=("pytorch-grad-scaler",),
    note="of the steps under loss scaling; one in twenty is not its normal work; "
    "PyTorch doubles the scale every 2,000 steps",
)


def observe(case: Case) -> Finding | None:
    layers = [layer for layer in case.layers.get(BY_LAYER, ()) if len(layer)]
    norms = recorded(case, NORMS) + layers
    if not norms:
        return None
    broken = first_non_finite(norms)
    if broken is None:
        text = "Every recorded gradient norm is a finite number."
        return Finding.about(norms[0].name, strength=0.0, text=text)
    return _broken(case, broken)


def _broken(case: Case, points: BadPoints) -> Finding:
    norm, onward = points.series, points.onward
    strength = 1.0
    if _has_loss_scaling(case):
        strength = SHARE.strength(points.share / _steps_per_point(case, norm))
    return Finding.on(
        onward,
        strength=strength,
        text=f"{norm.name} is not finite at {points.count} of {len(norm)} points, "
        f"first at {norm.x_name} {onward.x[0]:g}.",
    )


def _has_loss_scaling(case: Case) -> bool:
    return word(case, "precision") == "fp16" or "loss_scale" in case.series


def _steps_per_point(case: Case, norm: Series) -> float:
    """Return the steps of which a point is the mean."""
    steps = steps_per_epoch(case)
    epochs = number(case, "epochs") or 0
    if steps is None or norm.name.endswith("_step") or len(norm) > epochs + 1:
        return 1.0
    return max(steps, 1.0)
