"""The learning rate is next to nothing for a large part of the run.

Measured as the share of the run after the rate was last above a hundredth, and above a twelfth, of
its highest value. Ordinary schedules end low as well, but late: a linear one spends 1 % of the run
below a hundredth, a cosine 6 %, two step decays by ten at 80 and 90 % spend 10 %.
"""

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.series import curve, part
from engine.run import Case, Series

SYMPTOM = "learning-rate-decayed-away"
BELOW_A_HUNDREDTH = Band(
    0.15,
    0.45,
    source="closed-form",
    note="share of the run; 0.01 linear, 0.06 cosine, 0.10 step decays at 80 and 90 %",
)
BELOW_A_TWELFTH = Band(
    0.35,
    0.6,
    source="closed-form",
    note="share of the run; 0.19 cosine, 0.33 decays by ten after each third of the run",
)
HUNDREDTH, TWELFTH = 0.01, 1 / 12  # of the highest rate
LEAST_POINTS = 5


def observe(case: Case) -> Finding | None:
    rate = curve(case, "lr")
    if rate is None or len(rate) < LEAST_POINTS:
        return None
    highest = rate.y.max()
    if highest <= 0:
        return None
    left_off = _last_above(rate, HUNDREDTH * highest)
    nothing = _share_after(rate, left_off)
    little = _share_after(rate, _last_above(rate, TWELFTH * highest))
    return Finding.on(
        part(rate, left_off),
        strength=max(BELOW_A_HUNDREDTH.strength(nothing), BELOW_A_TWELFTH.strength(little)),
        text=f"The learning rate goes from {highest:.3g} to {rate.y[-1]:.3g}; "
        f"it is below a hundredth of its highest value for the last {nothing:.0%} of the run "
        f"and below a twelfth for the last {little:.0%}.",
    )


def _last_above(rate: Series, level: float) -> int:
    """Return the index of the last point at or above the level."""
    return int(np.flatnonzero(rate.y >= level)[-1])


def _share_after(rate: Series, point: int) -> float:
    return 1 - (point + 1) / len(rate)
