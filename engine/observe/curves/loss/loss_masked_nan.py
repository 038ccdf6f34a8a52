import numpy as np

from engine.evidence import Finding, Span
from engine.observe.facts import onset_phase
from engine.run import Case, Floats, Series

SYMPTOM = "loss-masked-nan"
# Trainers that filter non-finite losses write 0.0 or repeat the last average, while the gradient
# norm stays NaN (the option logging_nan_inf_filter of the Hugging Face trainer, on by default).
LOSSES = ("train_loss", "train_loss_step")
NORMS = ("grad_norm", "grad_norm_step")
LEAST_FROZEN = 3  # equal values in a row


def observe(case: Case) -> Finding | None:
    loss = next(
        (case.series[name] for name in LOSSES if name in case.series and len(case.series[name])),
        None,
    )
    norm = next(
        (case.series[name] for name in NORMS if name in case.series and len(case.series[name])),
        None,
    )
    if loss is None or norm is None:
        return None
    broken = norm.x[~np.isfinite(norm.y)]
    if not len(broken):
        return Finding(0.0, f"{norm.name} is finite throughout.", f"metrics.{loss.name}")
    masked = np.isfinite(loss.y) & np.isin(loss.x, broken) & ((loss.y == 0) | _frozen(loss.y))
    return _masked(loss, norm, masked) if masked.any() else _shown(loss, norm)


def _frozen(y: Floats) -> Floats:
    """Where a value belongs to a run of equal ones."""
    edges = np.flatnonzero(np.concatenate([[True], y[1:] != y[:-1], [True]]))
    return np.repeat(np.diff(edges) >= LEAST_FROZEN, np.diff(edges))


def _masked(loss: Series, norm: Series, masked: Floats) -> Finding:
    first = int(np.argmax(masked))
    return Finding(
        0.98,
        f"{loss.name} reads {loss.y[first]:g} at {int(masked.sum())} points where {norm.name} "
        "is not finite, "
        f"first at {loss.x_name} {loss.x[first]:g}.",
        f"metrics.{loss.name}",
        Span(loss.name, float(loss.x[first]), float(loss.x[-1])),
        {"onset": onset_phase(first / len(loss)), "onset_at": float(loss.x[first])},
    )


def _shown(loss: Series, norm: Series) -> Finding:
    return Finding(
        0.05, f"{loss.name} moves on where {norm.name} is not finite.", f"metrics.{loss.name}"
    )
