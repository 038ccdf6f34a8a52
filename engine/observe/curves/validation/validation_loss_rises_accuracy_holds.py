import numpy as np

from engine.evidence import Finding
from engine.observe.facts import curve, onset_phase, span, tail, validation_loss
from engine.observe.learned import chance_loss
from engine.observe.robust import logistic, ratio
from engine.run import Case

SYMPTOM = "validation-loss-rises-accuracy-holds"
# Rise over the minimum as for validation-loss-turns-up; published example: accuracy 86.7 % to 85.9
# % over 250 epochs after the loss had turned (one recorded run of another project).
NORMAL_RISE, ABNORMAL_RISE = 0.05, 0.25
DROPS, HOLDS = 0.06, 0.015
LEAST_POINTS = 5


def observe(case: Case) -> Finding | None:
    loss, accuracy = validation_loss(case), curve(case, "val_accuracy")
    if loss is None or accuracy is None or min(len(loss), len(accuracy)) < LEAST_POINTS:
        return None
    lowest = int(np.argmin(loss.y))
    minimum, final = float(loss.y[lowest]), tail(loss.y)
    rise = ratio(final - minimum, max(abs(chance_loss(case) or float(loss.y[0])), minimum))
    best, end = float(np.quantile(accuracy.y, 0.9)), tail(accuracy.y)
    strength = min(logistic(rise, NORMAL_RISE, ABNORMAL_RISE), logistic(best - end, DROPS, HOLDS))
    text = (
        f"val_loss rises from {minimum:.3g} to {final:.3g}; val_accuracy ends at {end:.3f}, "
        f"{max(best - end, 0):.3f} below its best level."
    )
    return Finding(
        strength,
        text,
        "metrics.val_loss",
        span(loss, lowest),
        {"onset": onset_phase(lowest / len(loss)), "rise": rise},
    )
