"""The loss stops being finite after it had fallen for a while.

Measured as the fall of the finite losses before the first NaN or infinite one, as a share of the
first loss, and as their number. A run whose losses are all finite has nothing to time.
"""

import math

from engine.evidence import Finding
from engine.observe.measures.bad_points import first_non_finite
from engine.observe.measures.band import Band
from engine.observe.measures.robust import ratio
from engine.observe.measures.run import TRAINING_LOSSES
from engine.observe.measures.series import final_level, first_points, recorded
from engine.run import Case

SYMPTOM = "nan-after-healthy-start"
FALL = Band(
    0.05,
    0.25,
    source="judgment",
    note="before the first loss that is not finite, as a share of the first loss",
)
POINTS = Band(
    1.5,
    5.0,
    log=True,
    source="judgment",
    note="finite losses before it",
)


def observe(case: Case) -> Finding | None:
    broken = first_non_finite(recorded(case, TRAINING_LOSSES))
    if broken is None:
        return None
    loss = broken.series
    before = first_points(loss, broken.first).finite
    if not len(before):
        text = f"{loss.name} is not finite from its first point on."
        return Finding.on(broken.onward, strength=0.0, text=text)
    start, level = float(before[0]), final_level(before)
    fall = ratio(start - level, start) if math.isfinite(start) else 0.0
    return Finding.on(
        broken.onward,
        strength=min(FALL.strength(fall), POINTS.strength(len(before))),
        text=f"{loss.name} goes from {start:.3g} to {level:.3g} over {len(before)} points "
        f"and is not finite at {loss.x_name} {broken.onward.x[0]:g}.",
    )
