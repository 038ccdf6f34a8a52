"""The throughput falls through the run.

Measured as the median of the last tenth over that of the second tenth, and as the rank correlation
with time: the first tenth compiles and fills caches, and single slow steps are another symptom.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.ranks import rank_correlation
from engine.observe.measures.robust import median, ratio
from engine.observe.measures.series import curve, part
from engine.run import Case, Series

SYMPTOM = "throughput-falls-over-time"
FALL = Band(
    0.05,
    0.2,
    source="judgment",
    note="from the second tenth to the last; healthy runs are level within 0.05",
)
TREND = Band(
    -0.3,
    -0.7,
    source="judgment",
    note="rank correlation with time after the first tenth",
)
LEAST_POINTS = 20
TIMES = ("step_time", "step_time_step")


def observe(case: Case) -> Finding | None:
    speed = curve(case, "samples_per_second") or _from_times(case)
    if speed is None or len(speed) < LEAST_POINTS:
        return None
    tenth = len(speed) // 10
    later = part(speed, tenth)
    before, end = median(later.y[:tenth]), median(later.y[-tenth:])
    fall = 1 - ratio(end, before)
    trend = rank_correlation(later.x, later.y)
    return Finding.on(
        later,
        strength=min(FALL.strength(fall), TREND.strength(trend)),
        text=f"From the second tenth of the run to the last the throughput changes by {-fall:+.0%} "
        f"(rank correlation with time {trend:+.2f}).",
    )


def _from_times(case: Case) -> Series | None:
    """Return steps per second, from the recorded time of a step."""
    for name in TIMES:
        times = curve(case, name)
        if times is not None and bool((times.y > 0).all()):
            return replace(times, y=np.asarray(1 / times.y, dtype=np.float64))
    return None
