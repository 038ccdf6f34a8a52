import numpy as np

from engine.evidence import Finding
from engine.observe.facts import span
from engine.observe.robust import TINY, logistic, moving_median, spread
from engine.run import Case

SYMPTOM = "gradient-norm-erratic"
# Spread of the logarithm of the per-step norm about its moving median, so 0.7 is a factor of two
# either way. Own: 0.15 to 0.6 in healthy recorded runs; batches of two samples reach 1.
NORMAL_SPREAD, ABNORMAL_SPREAD = 0.65, 1.2
WINDOW, LEAST_POINTS = 9, 20


def observe(case: Case) -> Finding | None:
    norm = case.series.get("grad_norm_step")
    if norm is None or len(norm.finite) < LEAST_POINTS:
        return None
    logs = np.log(np.maximum(norm.finite, TINY))
    size = spread(logs - moving_median(logs, WINDOW))
    text = (
        f"From step to step grad_norm_step varies by a factor of {np.exp(size):.2f} about "
        "its level."
    )
    return Finding(
        logistic(size, NORMAL_SPREAD, ABNORMAL_SPREAD),
        text,
        "metrics.grad_norm_step",
        span(norm),
        {"spread": size},
    )
