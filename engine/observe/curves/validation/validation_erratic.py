import numpy as np

from engine.evidence import Finding
from engine.observe.facts import span, train_loss, validation_loss
from engine.observe.learned import chance_loss
from engine.observe.robust import logistic, median, ratio
from engine.run import Case, Floats

SYMPTOM = "validation-erratic"
# Typical distance of a validation loss from the mean of its neighbours, after the first third. Own:
# 0.5 to 3 % of its level in healthy recorded runs, up to 14 % where validation is small.
NORMAL_SWING, ABNORMAL_SWING = 0.05, 0.25  # of its level
NORMAL_SHARE, ABNORMAL_SHARE = 0.01, 0.06  # of the loss of a guess: jumps near zero do not count
NORMAL_TIMES, ABNORMAL_TIMES = 1.0, 3.0  # over the swing of the training loss
LEAST_POINTS = 8


def observe(case: Case) -> Finding | None:
    loss, held_out = train_loss(case), validation_loss(case)
    if loss is None or held_out is None or min(len(loss), len(held_out)) < LEAST_POINTS:
        return None
    late, late_train = held_out.y[len(held_out) // 3 :], loss.y[len(loss) // 3 :]
    swing, other = _swing(late), _swing(late_train)
    scale = chance_loss(case) or float(held_out.y[0])
    strength = min(
        logistic(ratio(swing, median(late)), NORMAL_SWING, ABNORMAL_SWING, log=True),
        logistic(ratio(swing, scale), NORMAL_SHARE, ABNORMAL_SHARE, log=True),
        logistic(ratio(swing, other), NORMAL_TIMES, ABNORMAL_TIMES, log=True),
    )
    text = (
        f"After the first third val_loss swings by {ratio(swing, median(late)):.1%} of its "
        "level from point to point, "
        f"{loss.name} by {ratio(other, median(late_train)):.1%}."
    )
    return Finding(
        strength, text, "metrics.val_loss", span(held_out, len(held_out) // 3), {"swing": swing}
    )


def _swing(values: Floats) -> float:
    """Median distance of a point from the mean of its two neighbours."""
    return median(np.abs(values[1:-1] - (values[:-2] + values[2:]) / 2))
