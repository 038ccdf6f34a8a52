import math

import numpy as np

from engine.evidence import Finding
from engine.observe.facts import curve, onset_phase, span
from engine.observe.learned import chance_loss
from engine.observe.robust import logistic, median
from engine.observe.settings import is_regression
from engine.run import Case

SYMPTOM = "gradient-norm-huge"
# Geometric mean of the median and the 95th percentile, so that a large beginning alone counts half.
# Clipping at 1 is the usual remedy; own: healthy recorded runs stay below 4. DEFault takes single
# entries above 70 for exploding.
NORMAL_NORM, ABNORMAL_NORM = 5.0, 30.0


def observe(case: Case) -> Finding | None:
    norm = curve(case, "grad_norm") or curve(case, "grad_norm_step")
    if norm is None:
        return None
    typical, high = median(norm.y), float(np.quantile(norm.y, 0.95))
    chance = chance_loss(case)
    unit = (
        max(1.0, math.sqrt(chance)) if chance and is_regression(case) else 1.0
    )  # the target's standard deviation
    size = math.sqrt(max(typical, 0.0)) * math.sqrt(max(high, 0.0)) / unit
    first = int(np.argmax(norm.y))
    text = f"The median of {norm.name} is {typical:.3g}, its 95th percentile {high:.3g}."
    return Finding(
        logistic(size, NORMAL_NORM, ABNORMAL_NORM, log=True),
        text,
        f"metrics.{norm.name}",
        span(norm),
        {"norm": typical, "peak": onset_phase(first / len(norm))},
    )
