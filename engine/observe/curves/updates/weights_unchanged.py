"""The weights do not change at all although the learning rate is above zero.

Measured as the share of points in the first half with an update of exactly zero. A schedule that
ends at zero freezes the last points only. Where a rate is recorded, points whose rate is next to
nothing are left out: there the update is lost in the rounding of the weights. Where no update is
recorded, losses that repeat to the last digit for most of the run show the same: another set of
weights would give another loss. A loss of 0 has reached its goal and repeats for that reason, one
that had fallen before shows that the weights were trained until then, and the loss of a guess
repeats for every set of weights that makes the model guess.
"""

import math

from engine.evidence import Finding
from engine.observe.measures.agreement import guess_among
from engine.observe.measures.band import Band
from engine.observe.measures.guess import chance_loss
from engine.observe.measures.repeated import repeated_losses
from engine.observe.measures.series import paired
from engine.run import Case, Floats
from engine.scales import is_seen

SYMPTOM = "weights-unchanged"
SHARE = Band(
    0.1,
    0.6,
    source="judgment",
    compare=("sagemaker-debugger",),
    note="of the points in the first half; SageMaker: three steps in a row",
)
REPEATED = Band(
    0.5,
    0.9,
    source="judgment",
    note="of the run in which the loss repeats to the last digit",
)
DRIVEN = 1e-4  # of the highest rate
ROUNDED = 1e-4  # of the loss of a guess, as logs print it
FALLEN = 0.02  # of the first loss, from which on the weights have been trained


def observe(case: Case) -> Finding | None:
    updates = case.series.get("update_ratio")
    if updates is None or not len(updates.finite):
        return _by_repeated_loss(case)
    values = _under_a_rate(case)
    if values is None:
        values = updates.finite
    first_half = values[: max(1, len(values) // 2)]
    is_unchanged = first_half == 0
    share = float(is_unchanged.mean())
    return Finding.on(
        updates,
        strength=SHARE.strength(share),
        text=f"The weights do not change at all in {share:.0%} of the points "
        "in the first half of the run.",
    )


def _by_repeated_loss(case: Case) -> Finding | None:
    """Return a finding about the loss that is recorded, the validation loss before training's."""
    for stretch in repeated_losses(case):
        repeated = stretch.repeated
        strength = REPEATED.strength(stretch.share)
        if not is_seen(strength) or stretch.fall > FALLEN:
            return None  # a part of the weights may stand still although the loss moves
        if _is_of_a_guess(case, float(repeated.y[0])):
            continue
        return Finding.on(
            repeated,
            strength=strength,
            text=f"{repeated.name} is {repeated.y[0]:.6g} to the last digit "
            f"at {len(repeated)} of {stretch.points} points in a row.",
        )
    return None


def _is_of_a_guess(case: Case, loss: float) -> bool:
    agreement = guess_among(case)
    chance = chance_loss(case) if agreement is None else math.log(agreement.classes)
    return chance is not None and abs(loss - chance) < ROUNDED


def _under_a_rate(case: Case) -> Floats | None:
    """Return the update ratios at the points whose learning rate could move the weights."""
    pair = paired(case, "update_ratio", "lr")
    if pair is None:
        return None
    values, rates = pair
    highest = float(rates.max())
    if not highest > 0:
        return None
    return values[rates > DRIVEN * highest]
