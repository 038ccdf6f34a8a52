import numpy as np

from engine.evidence import Finding, Span
from engine.observe.facts import onset_phase
from engine.observe.settings import OTHER_LOSSES, word
from engine.run import Case

SYMPTOM = "loss-negative"
# Losses of densities and of games may be negative; so may a loss of no known kind, which then
# counts half.
SIGNED_TASKS = OTHER_LOSSES | {"vae", "diffusion", "density", "contrastive"}
NEVER_NEGATIVE = (
    "cross_entropy",
    "crossentropy",
    "mse",
    "squared",
    "mae",
    "l1",
    "huber",
    "bce",
    "hinge",
)
ROUNDING = -1e-6
LOSSES = ("train_loss", "train_loss_step", "val_loss")


def observe(case: Case) -> Finding | None:
    present = [
        case.series[name]
        for name in LOSSES
        if name in case.series and len(case.series[name].finite)
    ]
    if not present or word(case, "task") in SIGNED_TASKS:
        return None
    for series in present:
        below = series.y < ROUNDING
        if below.any():
            first = int(np.argmax(below))
            return Finding(
                _certainty(case),
                f"{series.name} is negative at {int(below.sum())} points, down to "
                f"{series.finite.min():.3g}.",
                f"metrics.{series.name}",
                Span(series.name, float(series.x[first]), float(series.x[-1])),
                {"onset": onset_phase(first / len(series)), "onset_at": float(series.x[first])},
            )
    return Finding(0.0, "No recorded loss is negative.", f"metrics.{present[0].name}")


def _certainty(case: Case) -> float:
    loss = word(case, "loss")
    if any(name in loss for name in NEVER_NEGATIVE) or word(case, "task") in {
        "classification",
        "regression",
    }:
        return 0.98
    return 0.6 if not loss else 0.3
