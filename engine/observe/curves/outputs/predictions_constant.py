"""The predictions hardly differ from each other.

Measured as their standard deviation over that of the target. A regression that explains a share
R2 of the variance has a ratio of the square root of R2, so even R2 = 0.1 gives 0.3.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.guess import chance_loss
from engine.observe.measures.series import curve, final_level, last_points
from engine.observe.measures.stated import number
from engine.run import Case

SYMPTOM = "predictions-constant"
RATIO = Band(
    0.3,
    0.05,
    log=True,
    source="closed-form",
    compare=("thedeepchecker",),
    note="0.3 at R2 = 0.1; TheDeepChecker: a variance of zero",
)


def observe(case: Case) -> Finding | None:
    predicted = curve(case, "pred_std")
    target = _target_deviation(case)
    if predicted is None or not target:
        return None
    end = final_level(predicted.y)
    return Finding.on(
        last_points(predicted),
        strength=RATIO.strength(end / target),
        text=f"The predictions end with a standard deviation of {end:.3g}, "
        f"the target has {target:.3g}.",
    )


def _target_deviation(case: Case) -> float | None:
    variance = chance_loss(case)
    return variance**0.5 if variance else number(case, "target_std")
