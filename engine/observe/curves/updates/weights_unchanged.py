"""The weights do not change at all although the learning rate is above zero.

Measured as the share of points in the first half with an update of exactly zero. A schedule that
ends at zero freezes the last points only. Where a rate is recorded, points whose rate is next to
nothing are left out: there the update is lost in the rounding of the weights.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.series import paired
from engine.run import Case, Floats

SYMPTOM = "weights-unchanged"
SHARE = Band(
    0.1,
    0.6,
    source="judgment",
    compare=("sagemaker-debugger",),
    note="of the points in the first half; SageMaker: three steps in a row",
)
DRIVEN = 1e-4  # of the highest rate


def observe(case: Case) -> Finding | None:
    updates = case.series.get("update_ratio")
    if updates is None or not len(updates.finite):
        return None
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
