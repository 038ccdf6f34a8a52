"""The gradient norm is large over the run.

Measured as the geometric mean of its median and its 95th percentile, so that a large beginning
alone counts half; a few large first steps are not judged. Clipping at 1 is the usual remedy, and
healthy runs stay below 4. The norm of a regression is compared with the standard deviation of its
target, where that is above 1.
"""

import math

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.guess import chance_loss
from engine.observe.measures.robust import median, quantile
from engine.observe.measures.run import gradient_norm
from engine.observe.measures.stated import is_regression
from engine.run import Case
from engine.scales import is_seen

SYMPTOM = "gradient-norm-huge"
NORM = Band(
    5.0,
    30.0,
    log=True,
    source="healthy-runs",
    compare=("default",),
    note="below 4 in healthy recorded runs; DEFault: a single entry above 70",
)
LEAST_POINTS = 10  # the first steps of a healthy run are large as well


def observe(case: Case) -> Finding | None:
    norm = gradient_norm(case)
    if norm is None:
        return None
    typical = median(norm.y)
    high = quantile(norm.y, 0.95)
    mean = math.sqrt(max(typical, 0.0)) * math.sqrt(max(high, 0.0))
    strength = NORM.strength(mean / _unit(case))
    if len(norm) < LEAST_POINTS and is_seen(strength):
        return None
    return Finding.on(
        norm,
        strength=strength,
        text=f"The median of {norm.name} is {typical:.3g}, its 95th percentile {high:.3g}.",
    )


def _unit(case: Case) -> float:
    """Return the standard deviation of a regression's target, and 1 for other tasks."""
    variance = chance_loss(case)
    if not variance or not is_regression(case):
        return 1.0
    return max(1.0, math.sqrt(variance))
