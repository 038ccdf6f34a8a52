import numpy as np

from engine.evidence import Finding
from engine.observe.facts import onset_phase, span, tail, train_loss
from engine.observe.learned import first_loss
from engine.observe.robust import logistic, rank_correlation, ratio
from engine.run import Case

SYMPTOM = "loss-creeps-up"
# own: rise after the minimum as a share of the first loss, by a trend and not by a few jumps (rank
# correlation).
NORMAL_RISE, ABNORMAL_RISE = 0.03, 0.15
NO_TREND, TREND = 0.3, 0.85
LEAST_POINTS = 8
LEAST_SHARE = 0.25  # of the run that must lie after the minimum


def observe(case: Case) -> Finding | None:
    loss, start = train_loss(case), first_loss(case)
    if loss is None or start is None or len(loss) < LEAST_POINTS:
        return None
    lowest = int(np.argmin(loss.y))
    after = loss.y[lowest:]
    rise = ratio(tail(loss.y) - float(loss.y[lowest]), max(abs(start), abs(float(loss.y[0]))))
    enough = len(after) >= max(LEAST_SHARE * len(loss), 4)
    trend = rank_correlation(loss.x[lowest:], after) if enough else 0.0
    strength = min(logistic(rise, NORMAL_RISE, ABNORMAL_RISE), logistic(trend, NO_TREND, TREND))
    text = (
        f"{loss.name} is lowest at {loss.x_name} {loss.x[lowest]:g} ({loss.y[lowest]:.3g}) and "
        "ends at "
        f"{tail(loss.y):.3g}; its rank correlation with time from there on is {trend:+.2f}."
    )
    where: dict[str, str | float] = {"onset": onset_phase(lowest / len(loss)), "rise": rise}
    return Finding(strength, text, f"metrics.{loss.name}", span(loss, lowest), where)
