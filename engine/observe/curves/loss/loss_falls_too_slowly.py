"""The training loss still falls at a steady rate when the run ends, far from its goal.

Three measures must all be high: the share of the task that is left, the slope of the last third
against the mean slope, and the trend. A run that is done has lost nearly all its slope in the last
third; a noisy plateau has no trend.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import rank_correlation, theil_sen
from engine.observe.measures.run import train_loss_and_start
from engine.observe.measures.series import final_level, last_points
from engine.observe.measures.skill import left_to_learn
from engine.run import Case, Series

SYMPTOM = "loss-falls-too-slowly"
STEADINESS = Band(
    0.1,
    0.6,
    source="healthy-runs",
    note="slope of the last third over the mean slope",
)
LEFT = Band(0.25, 0.65, source="healthy-runs", note="share of the task left to learn")
TREND = Band(-0.4, -0.85, source="healthy-runs", note="rank correlation of the loss with time")
LEAST_POINTS = 5


def observe(case: Case) -> Finding | None:
    known = train_loss_and_start(case, LEAST_POINTS)
    if known is None:
        return None
    loss, start = known
    if start <= 0:
        return None
    left = left_to_learn(case, loss, start)
    steady = _steadiness(loss)
    trend = rank_correlation(loss.x, loss.y)
    return Finding.on(
        loss,
        strength=min(
            LEFT.strength(left),
            STEADINESS.strength(steady),
            TREND.strength(trend),
        ),
        text=f"{loss.name} has come from {start:.4g} to {final_level(loss.y):.4g} "
        f"with {min(left, 1):.0%} of the way left; "
        f"in the last third it falls at {max(steady, 0):.0%} of its mean rate.",
    )


def _steadiness(loss: Series) -> float:
    """Return the slope of the last third over that of the line from first to last point."""
    length = float(loss.x[-1] - loss.x[0])
    if length == 0:
        return 0.0
    mean_slope = float(loss.y[-1] - loss.y[0]) / length
    if not mean_slope < 0:
        return 0.0
    late = last_points(loss, max(3, len(loss) // 3))
    return theil_sen(late.x, late.y) / mean_slope
