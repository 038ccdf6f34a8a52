from engine.evidence import Finding
from engine.observe.facts import span, tail, train_loss
from engine.observe.learned import first_loss, unlearned
from engine.observe.robust import logistic, rank_correlation, theil_sen
from engine.run import Case, Series

SYMPTOM = "loss-falls-too-slowly"
# own, measured on recorded runs: a run that is done has lost nearly all its slope in the last
# third.
SPENT, STEADY = 0.1, 0.6  # slope of the last third over the mean slope
LEARNED, UNLEARNED = 0.25, 0.65  # share of the way still to go
NOISE, TREND = -0.4, -0.85  # rank correlation of the loss with time
LEAST_POINTS = 5


def observe(case: Case) -> Finding | None:
    loss, start = train_loss(case), first_loss(case)
    if loss is None or start is None or len(loss) < LEAST_POINTS or start <= 0:
        return None
    left, steady = _left(case, loss, start), _steadiness(loss)
    trend = rank_correlation(loss.x, loss.y)
    strength = min(
        logistic(left, LEARNED, UNLEARNED),
        logistic(steady, SPENT, STEADY),
        logistic(trend, NOISE, TREND),
    )
    text = (
        f"{loss.name} has come from {start:.4g} to {tail(loss.y):.4g} with {min(left, 1):.0%} "
        "of the way left; "
        f"in the last third it falls at {max(steady, 0):.0%} of its mean rate."
    )
    return Finding(
        strength, text, f"metrics.{loss.name}", span(loss), {"left": left, "steady": steady}
    )


def _left(case: Case, loss: Series, start: float) -> float:
    known = unlearned(case)
    return tail(loss.y) / start if known is None else known


def _steadiness(loss: Series) -> float:
    """Slope over the last third relative to the straight line from the first to the last point."""
    late = slice(-max(3, len(loss) // 3), None)
    whole = (loss.y[-1] - loss.y[0]) / (loss.x[-1] - loss.x[0]) if loss.x[-1] != loss.x[0] else 0.0
    return theil_sen(loss.x[late], loss.y[late]) / whole if whole < 0 else 0.0
