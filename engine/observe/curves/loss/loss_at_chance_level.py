"""The training loss ends at the loss of a constant prediction.

Measured as the distance of the final loss from the entropy of the class shares, ln K, or the
variance of the target. A model that learns weakly stays 15 % below; a constant prediction that is
badly calibrated lies above. Where neither the task nor the number of classes is stated, a flat
loss that meets ln K of a common K closely is taken as a match, and any other loss is not judged.
"""

import math

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.guess import chance_loss
from engine.observe.measures.run import train_loss
from engine.observe.measures.series import curve, ending, final_level, last_points
from engine.observe.measures.stated import is_regression, word
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
ACCURACY_CLOSE = 0.05  # to 1 / K
INFERRED = 0.8  # strength of such a match


def observe(case: Case) -> Finding | None:
    loss = train_loss(case)
    if loss is None or len(loss) < LEAST_POINTS:
        return None
    chance = chance_loss(case)
    if chance is None:
        return _inferred(case, loss)
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


def _inferred(case: Case, loss: Series) -> Finding | None:
    """Return a finding only for a match, because the loss may be of any kind."""
    final = final_level(loss.y)
    moved = abs(final_level(loss.y[::-1]) - final)
    if word(case, "task") or moved > 2 * CLOSE * abs(final):
        return None
    for classes in COMMON_CLASSES:
        distance = abs(final / math.log(classes) - 1)
        if distance <= CLOSE and _fits_accuracy(case, classes):
            text = (
                f"{loss.name} stays at {final:.4g} = ln {classes}, the loss of a guess "
                f"among {classes} classes."
            )
            return Finding.on(loss, strength=INFERRED, text=text)
    return None


def _fits_accuracy(case: Case, classes: int) -> bool:
    accuracy = curve(case, "train_accuracy") or curve(case, "val_accuracy")
    if accuracy is None:
        return True
    return abs(final_level(accuracy.y) - 1 / classes) <= ACCURACY_CLOSE
