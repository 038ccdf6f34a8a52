import numpy as np

from engine.evidence import Finding
from engine.observe.facts import curve, span
from engine.observe.robust import logistic
from engine.observe.settings import is_pretrained
from engine.run import Case

SYMPTOM = "updates-too-small"
# Upper quartile of |change| / |weight| over the first half, before schedules anneal.
# TheDeepChecker: below 1e-4; SageMaker: below 1e-8. Exact zeros are another symptom.
NORMAL_RATIO, ABNORMAL_RATIO = 4e-4, 3e-5
FINE_TUNING = 0.05  # pre-trained weights are moved this much less on purpose


def observe(case: Case) -> Finding | None:
    updates = curve(case, "update_ratio")
    if updates is None:
        return None
    size = float(np.quantile(updates.y[: max(2, len(updates) // 2)], 0.75))
    scale = FINE_TUNING if is_pretrained(case) else 1.0
    strength = (
        logistic(size, scale * NORMAL_RATIO, scale * ABNORMAL_RATIO, log=True) if size > 0 else 0.0
    )
    text = (
        f"In the first half a step changes the weights by {size:.2g} of their size (upper "
        "quartile)."
    )
    return Finding(strength, text, "metrics.update_ratio", span(updates), {"ratio": size})
