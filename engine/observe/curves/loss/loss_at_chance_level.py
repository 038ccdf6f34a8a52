"""The training loss ends at the loss of a constant prediction.

Measured as the distance of the final loss from the entropy of the class shares, ln K, or the
variance of the target. A model that learns weakly stays 15 % below; a constant prediction that is
badly calibrated lies above. Where the number of classes is not known, a loss and an accuracy that
both are those of a guess among K classes count, even at a single point, and so does a flat loss
that meets ln K of a common K closely. Any other loss is not judged.
"""

import math

from engine.evidence import Finding
from engine.observe.measures.agreement import Agreement, guess_among
from engine.observe.measures.band import Band
from engine.observe.measures.guess import chance_loss
from engine.observe.measures.run import followed_loss_and_start
from engine.observe.measures.series import ending, final_level, last_points
from engine.observe.measures.stated import is_regression
from engine.observe.measures.task import DETECTION, task_of
from engine.run import Case, Series

SYMPTOM = "loss-at-chance-level"
BELOW = Band(
    0.15,
    0.03,
    source="healthy-runs",
    compare=("thedeepchecker",),
    note="share of the guess; weak but real learning stays 0.15 below; "
    "TheDeepChecker compares the initial loss with ln K",
)
ABOVE = Band(
    0.5,
    0.15,
    source="judgment",
    note="share of the guess; a guess that is badly calibrated lies above it",
)
LEAST_POINTS = 3
COMMON_CLASSES = (2, 3, 4, 5, 10, 20, 100, 1000)
CLOSE = 0.01  # of ln K, for a match without a known number of classes
INFERRED = 0.8  # strength of such a match
NEAR = 0.65  # strength where loss and accuracy are near those of a guess
OTHER_SCALES = frozenset({"regression", DETECTION, "vae", "diffusion", "density"})


def observe(case: Case) -> Finding | None:
    chance = chance_loss(case)
    known = followed_loss_and_start(case, LEAST_POINTS)
    if chance is None or known is None:
        return _without_chance(case, known)
    loss, _ = known
    final = final_level(loss.y)
    distance = final / chance - 1
    strength = BELOW.strength(-distance)
    if distance > 0:
        strength = ABOVE.strength(distance)
    return Finding.on(
        last_points(loss),
        strength=strength,
        text=f"{loss.name} ends at {ending(case, loss, '.4g')}; "
        f"a constant guess would reach {chance:.4g} ({_guess(case)}).",
    )


def _guess(case: Case) -> str:
    if is_regression(case):
        return "the variance of the target"
    return "the entropy of the classes"


def _without_chance(case: Case, known: tuple[Series, float] | None) -> Finding | None:
    """Return a finding only for a match, because the loss may be of any kind."""
    agreement = guess_among(case)
    if agreement is not None:
        return _agreed(agreement)
    if known is None:
        return None
    return _inferred(case, known[0])


def _agreed(agreement: Agreement) -> Finding:
    loss, classes = agreement.loss, agreement.classes
    strength = INFERRED if agreement.is_exact else NEAR
    return Finding.on(
        last_points(loss),
        strength=strength,
        text=f"{loss.name} ends at {final_level(loss.y):.4g} and {agreement.accuracy.name} at "
        f"{final_level(agreement.accuracy.y):.3g}; a guess among {classes} classes has "
        f"{math.log(classes):.4g} and {1 / classes:.3g}.",
    )


def _inferred(case: Case, loss: Series) -> Finding | None:
    final = final_level(loss.y)
    moved = abs(final_level(loss.y[::-1]) - final)
    if task_of(case) in OTHER_SCALES or moved > 2 * CLOSE * abs(final) or _has_accuracy(case):
        return None
    for classes in COMMON_CLASSES:
        if abs(final / math.log(classes) - 1) <= CLOSE:
            text = (
                f"{loss.name} stays at {final:.4g} = ln {classes}, the loss of a guess "
                f"among {classes} classes."
            )
            return Finding.on(loss, strength=INFERRED, text=text)
    return None


def _has_accuracy(case: Case) -> bool:
    """Return whether an accuracy is recorded, with which the loss would have to agree."""
    return not case.series.keys().isdisjoint({"train_accuracy", "val_accuracy"})
