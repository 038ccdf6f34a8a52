"""The gradient norm grows steadily over the run.

Measured as the growth along the trend of its logarithm, after the beginning. A rise early on that
is followed by a fall is healthy and reaches a factor of 1.6; gradients that add up from step to
step grow without end and have a clear trend.
"""

import math

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import TINY, rank_correlation, theil_sen
from engine.observe.measures.run import gradient_norm
from engine.observe.measures.series import part
from engine.run import Case

SYMPTOM = "gradient-norm-grows"
GROWTH = Band(
    2.0,
    5.0,
    log=True,
    source="healthy-runs",
    note="factor along the trend; up to 1.6 in healthy recorded runs",
)
TREND = Band(
    0.3,
    0.75,
    source="judgment",
    note="rank correlation with time",
)
LEAST_POINTS = 8
BEGINNING = 0.05  # share of the run left out
MOST_GROWTH = 50.0  # as a logarithm; more would overflow


def observe(case: Case) -> Finding | None:
    norm = gradient_norm(case)
    if norm is None or len(norm) < LEAST_POINTS:
        return None
    later = part(norm, math.ceil(BEGINNING * len(norm)))
    logs = np.log(np.maximum(later.y, TINY))
    length = float(later.x[-1] - later.x[0])
    growth = math.exp(min(theil_sen(later.x, logs) * length, MOST_GROWTH))
    trend = rank_correlation(later.x, logs)
    return Finding.on(
        later,
        strength=min(GROWTH.strength(growth), TREND.strength(trend)),
        text=f"{norm.name} changes {growth:.2g}-fold along its trend "
        f"(rank correlation with time {trend:+.2f}).",
    )
