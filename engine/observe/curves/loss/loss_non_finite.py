import numpy as np

from engine.evidence import Finding, Span
from engine.observe.facts import onset_phase
from engine.observe.robust import logistic
from engine.run import Case, Series

SYMPTOM = "loss-non-finite"
NAMES = ("train_loss", "train_loss_step", "val_loss", "d_loss", "g_loss")
# Loss scaling in half precision skips a step with a non-finite value now and then (PyTorch's
# GradScaler); own: more than one value in fifty is no longer that.
FEW, MANY = 0.0, 0.02


def observe(case: Case) -> Finding | None:
    present = [
        case.series[name] for name in NAMES if name in case.series and len(case.series[name])
    ]
    if not present:
        return None
    broken = [series for series in present if not np.isfinite(series.y).all()]
    if not broken:
        return Finding(0.0, "Every recorded loss is a finite number.", f"metrics.{present[0].name}")
    return _broken(broken[0])


def _broken(series: Series) -> Finding:
    bad = ~np.isfinite(series.y)
    first, share = int(np.argmax(bad)), float(bad.mean())
    recovered = bool(np.isfinite(series.y[-1]))
    kind = "NaN" if np.isnan(series.y[first]) else "infinite"
    text = (
        f"{series.name} is {kind} from {series.x_name} {series.x[first]:g} on ({bad.sum()} "
        f"of {len(bad)} values"
    )
    return Finding(
        max(0.6, logistic(share, FEW, MANY)) if recovered else 1.0,
        text + (", finite again at the end)." if recovered else ")."),
        f"metrics.{series.name}",
        Span(series.name, float(series.x[first]), float(series.x[-1])),
        {
            "onset": onset_phase(first / len(bad)),
            "onset_at": float(series.x[first]),
            "recovered": "yes" if recovered else "no",
        },
    )
