"""The weights do not change at all although the learning rate is above zero.

Measured as the share of points in the first half with an update of exactly zero. A schedule that
ends at zero freezes the last points only. Where a rate is recorded, points whose rate is next to
nothing are left out: there the update is lost in the rounding of the weights. Where no update is
recorded, losses that repeat to the last digit for most of the run show the same: another set of
weights would give another loss. A loss of 0 has reached its goal and repeats for that reason.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import longest_equal
from engine.observe.measures.series import finite_part, paired, part
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
LOSSES = ("val_loss", "train_loss", "train_loss_step")
LEAST_POINTS = 5
LEAST_DIGITS = 4  # a loss that is written with fewer repeats by rounding
MOST_READ = 50  # values whose digits are counted


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
    """Return a finding about the loss that is recorded, the validation loss before training's.

    It is taken over the same data each time; a training loss of single batches repeats only where
    the outputs stand still as well.
    """
    for name in LOSSES:
        loss = case.series.get(name)
        if loss is None or len(loss.finite) < LEAST_POINTS:
            continue
        values = finite_part(loss)
        if _digits(values.y) < LEAST_DIGITS:
            continue
        start, end = longest_equal(values.y)
        share = (end - start) / len(values) if values.y[start] else 0.0
        strength = REPEATED.strength(share)
        if not is_seen(strength):
            return None  # a part of the weights may stand still although the loss moves
        return Finding.on(
            part(values, start, end),
            strength=strength,
            text=f"{name} is {values.y[start]:.6g} to the last digit "
            f"at {end - start} of {len(values)} points in a row.",
        )
    return None


def _digits(values: Floats) -> int:
    """Return the most digits in which a value is written, without zeros on either side."""
    written = [f"{abs(value):.12g}".replace(".", "").strip("0") for value in values[:MOST_READ]]
    return max(len(text.partition("e")[0]) for text in written)


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
