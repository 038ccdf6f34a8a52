"""A step hardly changes the weights.

Measured as the upper quartile of |change| / |weight| over the first half, before schedules anneal.
Pre-trained weights are moved less on purpose. Updates of exactly zero are another symptom.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import quantile
from engine.observe.measures.series import curve
from engine.observe.measures.stated import is_pretrained
from engine.run import Case

SYMPTOM = "updates-too-small"
RATIO = Band(
    4e-4,
    3e-5,
    log=True,
    source="judgment",
    compare=("thedeepchecker", "sagemaker-debugger"),
    note="TheDeepChecker: below 1e-4; SageMaker: below 1e-8",
)
FINE_TUNING = 0.05  # factor on both bounds for pre-trained weights


def observe(case: Case) -> Finding | None:
    updates = curve(case, "update_ratio")
    if updates is None:
        return None
    first_half = updates.y[: max(2, len(updates) // 2)]
    size = quantile(first_half, 0.75)
    return Finding.on(
        updates,
        strength=_strength(case, size),
        text=f"In the first half a step changes the weights by {size:.2g} "
        "of their size (upper quartile).",
    )


def _strength(case: Case, size: float) -> float:
    if size <= 0:
        return 0.0
    band = RATIO.scaled(FINE_TUNING) if is_pretrained(case) else RATIO
    return band.strength(size)
