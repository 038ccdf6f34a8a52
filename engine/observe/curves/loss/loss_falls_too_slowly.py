"""The training loss still falls at a steady rate when the run ends, far from its goal.

Three measures must all be high: the share of the task that is left, the slope of the last third
against the mean slope, and the trend. A run that is done has lost nearly all its slope in the last
third; a noisy plateau has no trend. A third of a few points has no slope, so there the half counts.
How much is left needs a floor that is known. Without one a loss of many points whose rate has begun
to anneal counts, because nothing more is to come, and so does a loss that has hardly moved at all
although it falls at every step. A log that begins in the middle of the run shows neither.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.excerpt import begins_late
from engine.observe.measures.ranks import rank_correlation
from engine.observe.measures.run import followed_loss_and_start
from engine.observe.measures.series import curve, final_level, last_points
from engine.observe.measures.skill import unlearned
from engine.observe.measures.slopes import theil_sen
from engine.observe.measures.stated import is_pretrained
from engine.run import Case, Series

SYMPTOM = "loss-falls-too-slowly"
STEADINESS = Band(
    0.1,
    0.6,
    source="healthy-runs",
    note="slope of the last third, or half, over the mean slope",
)
LEFT = Band(0.25, 0.65, source="healthy-runs", note="share of the task left to learn")
TREND = Band(-0.4, -0.85, source="healthy-runs", note="rank correlation of the loss with time")
HARDLY_MOVED = Band(
    0.15,
    0.05,
    source="judgment",
    note="fall over the run, of the first loss, where no floor of the loss is known",
)
LEAST_POINTS = 5
MANY_POINTS = 12  # from which a loss without a known floor counts under an annealed rate
LEAST_LATE = 6  # points from which on a third of the run gives a slope; below that the half does
ANNEALED = 0.7  # of the highest rate, below which it has begun to anneal


def observe(case: Case) -> Finding | None:
    known = followed_loss_and_start(case, LEAST_POINTS)
    if known is None or begins_late(case):
        return None
    loss, start = known
    if start <= 0:
        return None
    left = unlearned(case)
    is_far = _is_far(case, loss, start)
    if left is not None:
        is_far = LEFT.strength(left)
    steady = _steadiness(loss)
    trend = rank_correlation(loss.x, loss.y)
    return Finding.on(
        loss,
        strength=min(
            is_far,
            STEADINESS.strength(steady),
            TREND.strength(trend),
        ),
        text=f"{loss.name} has come from {start:.4g} to {final_level(loss.y):.4g}{_way(left)}; "
        f"toward the end it falls at {max(steady, 0):.0%} of its mean rate.",
    )


def _way(left: float | None) -> str:
    if left is None:
        return ", and its floor is not known"
    return f" with {min(left, 1):.0%} of the way left"


def _is_far(case: Case, loss: Series, start: float) -> float:
    """Return how surely a loss without a known floor is far from it, from 0 to 1."""
    share = final_level(loss.y) / start
    hardly = 0.0
    if not is_pretrained(case):
        hardly = HARDLY_MOVED.strength(1 - share)
    if len(loss) < MANY_POINTS or not _is_annealed(case):
        return hardly
    return max(hardly, LEFT.strength(share))


def _is_annealed(case: Case) -> bool:
    rate = curve(case, "lr")
    if rate is None:
        return False
    last, highest = float(rate.y[-1]), float(rate.y.max())
    return last < ANNEALED * highest


def _steadiness(loss: Series) -> float:
    """Return the slope toward the end over that of the line from first to last point."""
    length = float(loss.x[-1] - loss.x[0])
    if length == 0:
        return 0.0
    mean_slope = float(loss.y[-1] - loss.y[0]) / length
    if not mean_slope < 0:
        return 0.0
    points = len(loss) // 3
    if points < LEAST_LATE:
        points = len(loss) // 2
    late = last_points(loss, max(3, points))
    return theil_sen(late.x, late.y) / mean_slope
