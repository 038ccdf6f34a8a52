import numpy as np

from engine.evidence import Finding, Span
from engine.observe.facts import onset_phase, steps_per_epoch
from engine.observe.robust import logistic
from engine.observe.settings import number, word
from engine.run import Case, Series

SYMPTOM = "gradient-norm-non-finite"
NAMES = ("grad_norm_step", "grad_norm", "d_grad_norm", "g_grad_norm")
# Dynamic loss scaling probes the largest scale, so a few infinite norms in half precision are its
# normal work (PyTorch's GradScaler doubles the scale every 2,000 steps); own: one in twenty is not.
NORMAL_SHARE, ABNORMAL_SHARE = 0.01, 0.06


def observe(case: Case) -> Finding | None:
    present = [
        case.series[name] for name in NAMES if name in case.series and len(case.series[name])
    ]
    present += [layer for layer in case.layers.get("grad_norm_by_layer", ()) if len(layer)]
    if not present:
        return None
    for series in present:
        if not np.isfinite(series.y).all():
            return _broken(case, series)
    return Finding(
        0.0, "Every recorded gradient norm is a finite number.", f"metrics.{present[0].name}"
    )


def _broken(case: Case, series: Series) -> Finding:
    bad = ~np.isfinite(series.y)
    first, share = int(np.argmax(bad)), float(bad.mean())
    scaled = word(case, "precision") == "fp16" or "loss_scale" in case.series
    return Finding(
        logistic(share / _steps_per_point(case, series), NORMAL_SHARE, ABNORMAL_SHARE)
        if scaled
        else 1.0,
        f"{series.name} is not finite at {bad.sum()} of {len(bad)} points, "
        f"first at {series.x_name} {series.x[first]:g}.",
        f"metrics.{series.name}",
        Span(series.name, float(series.x[first]), float(series.x[-1])),
        {"onset": onset_phase(first / len(bad)), "onset_at": float(series.x[first])},
    )


def _steps_per_point(case: Case, series: Series) -> float:
    """A mean over an epoch is not finite as soon as a single step of it is not."""
    steps = steps_per_epoch(case)
    if (
        steps is None
        or series.name.endswith("_step")
        or len(series) > (number(case, "epochs") or 0) + 1
    ):
        return 1.0
    return max(steps, 1.0)
