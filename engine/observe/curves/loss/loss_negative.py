"""A loss that cannot be negative is negative.

Cross-entropy, squared and absolute errors are never below zero. Losses of densities, games and
contrasts may be, and are not judged; a loss of unknown kind may be one of those, so it counts
less, and least where it falls smoothly through zero and the validation loss does the same. Rounding
errors about zero do not count.
"""

from engine.evidence import Finding
from engine.observe.measures.bad_points import BadPoints, bad_points
from engine.observe.measures.ranks import rank_correlation
from engine.observe.measures.series import curve, recorded
from engine.observe.measures.stated import word
from engine.observe.measures.task import WITHOUT_GUESS, task_of
from engine.run import Case, Series
from engine.scales import CERTAIN

SYMPTOM = "loss-negative"
SOURCES = ("closed-form", "autotrainer")
SIGNED_TASKS = WITHOUT_GUESS - {"preference", "detection"}
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
LEAST_POINTS = 5  # of a course that can be called smooth
SMOOTH = -0.8  # rank correlation with time of a loss that falls smoothly


def observe(case: Case) -> Finding | None:
    losses = [loss for loss in recorded(case, LOSSES) if len(loss.finite)]
    if not losses or task_of(case) in SIGNED_TASKS:
        return None
    for loss in losses:
        if loss.y.min() >= ROUNDING:
            continue
        points = bad_points(loss, loss.y < ROUNDING)
        if points is not None:
            return _negative(points, _certainty(case, loss))
    return Finding.about(losses[0].name, strength=0.0, text="No recorded loss is negative.")


def _negative(points: BadPoints, strength: float) -> Finding:
    loss = points.series
    return Finding.on(
        points.onward,
        strength=strength,
        text=f"{loss.name} is negative at {points.count} of {len(loss)} points, "
        f"down to {loss.finite.min():.3g}.",
    )


def _certainty(case: Case, negative: Series) -> float:
    loss = word(case, "loss")
    if task_of(case) in UNSIGNED_TASKS or any(name in loss for name in UNSIGNED_LOSSES):
        return CERTAIN
    if loss or _falls_through_zero(case, negative):
        return OTHER
    return UNSTATED


def _falls_through_zero(case: Case, loss: Series) -> bool:
    """Return whether the loss falls smoothly to below 0, and validation goes with it."""
    falling = curve(case, loss.name)
    if falling is None or len(falling) < LEAST_POINTS:
        return False
    if rank_correlation(falling.x, falling.y) > SMOOTH:
        return False
    held_out = curve(case, "val_loss")
    return held_out is None or float(held_out.y[-1]) < 0
