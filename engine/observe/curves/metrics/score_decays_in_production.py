"""The score on live inputs was good at launch and gets worse from interval to interval.

Measured as the fall along the trend of the recorded live accuracy, and as its rank correlation with
time.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.ranks import rank_correlation
from engine.observe.measures.series import curve
from engine.observe.measures.slopes import theil_sen
from engine.run import Case

SYMPTOM = "score-decays-in-production"
FALL = Band(
    0.02,
    0.1,
    source="judgment",
    note="along the trend over the recorded time",
)
TREND = Band(
    -0.4,
    -0.8,
    source="judgment",
    note="rank correlation with time",
)
LEAST_POINTS = 5


def observe(case: Case) -> Finding | None:
    live = curve(case, "live_accuracy")
    if live is None or len(live) < LEAST_POINTS:
        return None
    fall = -theil_sen(live.x, live.y) * float(live.x[-1] - live.x[0])
    trend = rank_correlation(live.x, live.y)
    return Finding.on(
        live,
        strength=min(FALL.strength(fall), TREND.strength(trend)),
        text=f"live_accuracy goes from {live.y[0]:.3f} to {live.y[-1]:.3f}; it falls by {fall:.3f} "
        f"along its trend (rank correlation with time {trend:+.2f}).",
    )
