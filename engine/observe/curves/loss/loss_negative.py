"""A loss that cannot be negative is negative.

Cross-entropy, squared and absolute errors are never below zero. Losses of densities, games and
contrasts may be, and are not judged; a loss of unknown kind may be one of those, so it counts
less. Rounding errors about zero do not count.
"""

from engine.evidence import Finding
from engine.observe.measures.bad_points import BadPoints, bad_points
from engine.observe.measures.series import recorded
from engine.observe.measures.stated import OTHER_LOSSES, word
from engine.run import Case
from engine.scales import CERTAIN

SYMPTOM = "loss-negative"
SOURCES = ("closed-form", "autotrainer")
SIGNED_TASKS = OTHER_LOSSES | {"vae", "diffusion", "density", "contrastive"}
UNSIGNED_TASKS = frozenset({"classification", "regression"})
UNSIGNED_LOSSES = (
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
LOSSES = ("train_loss", "train_loss_step", "val_loss")
ROUNDING = -1e-6
UNSTATED, OTHER = 0.6, 0.3  # strength where no loss is stated, or one that may be negative


def observe(case: Case) -> Finding | None:
    losses = [loss for loss in recorded(case, LOSSES) if len(loss.finite)]
    if not losses or word(case, "task") in SIGNED_TASKS:
        return None
    for loss in losses:
        points = bad_points(loss, loss.y < ROUNDING)
        if points is not None:
            return _negative(points, _certainty(case))
    return Finding.about(losses[0].name, strength=0.0, text="No recorded loss is negative.")


def _negative(points: BadPoints, strength: float) -> Finding:
    loss = points.series
    return Finding.on(
        points.onward,
        strength=strength,
        text=f"{loss.name} is negative at {points.count} of {len(loss)} points, "
        f"down to {loss.finite.min():.3g}.",
    )


def _certainty(case: Case) -> float:
    loss = word(case, "loss")
    if word(case, "task") in UNSIGNED_TASKS or any(name in loss for name in UNSIGNED_LOSSES):
        return CERTAIN
    return OTHER if loss else UNSTATED
