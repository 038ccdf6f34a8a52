import numpy as np

from engine.evidence import Finding
from engine.observe.facts import onset_phase, span
from engine.observe.robust import logistic, ratio
from engine.run import Case

SYMPTOM = "loss-scale-collapses"
# Lowest scale over the first, and the lowest itself. PyTorch starts at 65,536 and a healthy run
# loses a few halvings while it finds its level; DeepSpeed gives up at 1.
NORMAL_RATIO, ABNORMAL_RATIO = 1 / 8, 1 / 128
NORMAL_LEVEL, ABNORMAL_LEVEL = 1024.0, 16.0
LEAST_POINTS = 2


def observe(case: Case) -> Finding | None:
    scale = case.series.get("loss_scale")
    if scale is None or len(scale.finite) < LEAST_POINTS:
        return None
    first, lowest = float(scale.finite[0]), float(scale.finite.min())
    at = int(np.nanargmin(scale.y))
    text = (
        f"The loss scale starts at {first:g} and falls to {lowest:g} at {scale.x_name} "
        f"{scale.x[at]:g}."
    )
    falls = logistic(ratio(lowest, first), NORMAL_RATIO, ABNORMAL_RATIO, log=True)
    low = logistic(lowest, NORMAL_LEVEL, ABNORMAL_LEVEL, log=True) if lowest < first else 0.0
    strength = max(falls, low)
    where: dict[str, str | float] = {
        "onset": onset_phase(at / len(scale)),
        "onset_at": float(scale.x[at]),
    }
    return Finding(strength, text, "metrics.loss_scale", span(scale), where)
