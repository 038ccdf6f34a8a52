import math

import numpy as np

from engine.evidence import Finding
from engine.observe.facts import curve, span
from engine.observe.robust import TINY, logistic, rank_correlation, theil_sen
from engine.run import Case

SYMPTOM = "gradient-norm-grows"
# Growth along the trend of the logarithm. Own: up to 1.6 in healthy recorded runs, where a rise
# early on is followed by a fall; gradients that add up from step to step grow without end.
NORMAL_GROWTH, ABNORMAL_GROWTH = 2.0, 5.0
NO_TREND, TREND = 0.3, 0.75
LEAST_POINTS = 8
BEGINNING = 0.05  # share of the run left out


def observe(case: Case) -> Finding | None:
    norm = curve(case, "grad_norm") or curve(case, "grad_norm_step")
    if norm is None or len(norm) < LEAST_POINTS:
        return None
    skip = math.ceil(BEGINNING * len(norm))
    x, logs = norm.x[skip:], np.log(np.maximum(norm.y[skip:], TINY))
    growth = math.exp(min(theil_sen(x, logs) * float(x[-1] - x[0]), 50.0))
    trend = rank_correlation(x, logs)
    strength = min(
        logistic(growth, NORMAL_GROWTH, ABNORMAL_GROWTH, log=True), logistic(trend, NO_TREND, TREND)
    )
    text = (
        f"{norm.name} changes {growth:.2g}-fold along its trend (rank correlation with time "
        f"{trend:+.2f})."
    )
    return Finding(strength, text, f"metrics.{norm.name}", span(norm, skip), {"growth": growth})
