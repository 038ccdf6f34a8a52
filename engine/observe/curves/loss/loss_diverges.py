import numpy as np

from engine.evidence import Finding
from engine.observe.facts import onset_phase, span, tail, train_loss
from engine.observe.learned import first_loss
from engine.observe.robust import logistic
from engine.run import Case

SYMPTOM = "loss-diverges"
# Rise of the final level over the minimum, in units of the first loss. TheDeepChecker stops a run
# whose loss doubles over its minimum in four checks running; a loss near zero may do that and be
# fine, hence the first loss.
NORMAL_RISE, ABNORMAL_RISE = 0.15, 0.8
LEAST_POINTS = 4


def observe(case: Case) -> Finding | None:
    loss, start = train_loss(case), first_loss(case)
    if loss is None or start is None or len(loss) < LEAST_POINTS:
        return None
    lowest, final = int(np.argmin(loss.y)), tail(loss.y)
    scale = max(abs(start), abs(float(loss.y[0]))) or 1.0
    minimum = min(float(loss.y[lowest]), start)
    rise = (final - minimum) / scale
    text = (
        f"{loss.name} ends at {final:.3g}; its lowest value was {minimum:.3g} and its first "
        f"{start:.3g}."
    )
    return Finding(
        logistic(rise, NORMAL_RISE, ABNORMAL_RISE),
        text,
        f"metrics.{loss.name}",
        span(loss, lowest),
        {"onset": onset_phase(lowest / len(loss)), "rise": rise},
    )
