"""The training loss ends at the loss of a constant prediction.

Measured as the distance of the final loss from the entropy of the class shares, ln K, or the
variance of the target. A model that learns weakly stays 15 % below; a constant prediction that is
badly calibrated lies above. Where the number of classes is not known, a loss and an accuracy that
both are those of a guess among K classes count, even at a single point, and so does a loss that
comes to rest at ln K of a common K, or stays at 1, the variance of a standardized target. Any other
loss is not judged.
"""

import math

from engine.evidence import Finding
from engine.observe.measures.agreement import Agreement, guess_among
from engine.observe.measures.band import Band
from engine.observe.measures.guess import chance_loss
from engine.observe.measures.run import followed_loss_and_start
from engine.observe.measures.series import ending, final_level, last_points
from engine.observe.measures.settled import Guess, settled_at_guess
from engine.observe.measures.standardized import VARIANCE, settled_at_variance
from engine.observe.measures.stated import is_regression
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
INFERRED = 0.8  # strength of a match without a known number of classes
FALLEN = 0.7  # strength of such a match where the loss has fallen to that level, or stays at 1
NEAR = 0.65  # strength where loss and accuracy are near those of a guess


def observe(case: Case) -> Finding | None:
    chance = chance_loss(case)
    known = followed_loss_and_start(case, LEAST_POINTS)
    if chance is None or known is None:
        return _without_chance(case)
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


def _without_chance(case: Case) -> Finding | None:
    """Return a finding only for a match, because the loss may be of any kind."""
    agreement = guess_among(case)
    if agreement is not None:
        return _agreed(agreement)
    settled = settled_at_guess(case)
    if settled is not None:
        return _settled(settled)
    rest = settled_at_variance(case)
    return None if rest is None else _at_variance(rest)


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


def _settled(guess: Guess) -> Finding:
    strength = FALLEN if guess.has_fallen else INFERRED
    return Finding.on(
        guess.rest,
        strength=strength,
        text=f"{guess.rest.name} stays at {final_level(guess.rest.y):.4g}, next to ln "
        f"{guess.classes} = {guess.loss:.4g}, the loss of a guess among {guess.classes} classes.",
    )


def _at_variance(rest: Series) -> Finding:
    return Finding.on(
        rest,
        strength=FALLEN,
        text=f"{rest.name} stays at {final_level(rest.y):.4g}, next to {VARIANCE:g}, the squared "
        "error of the mean of a standardized target.",
    )
