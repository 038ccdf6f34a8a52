"""The gradient norm grows steadily over the run.

Measured as the growth along the trend of its logarithm, after the beginning. A rise early on that
is followed by a fall is healthy and reaches a factor of 1.6; gradients that add up from step to
step grow without end and have a clear trend. A log that ends in a NaN may hold a few points only:
then each must be above the one before, and the growth is that from the first to the last.
"""

import math

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.ranks import rank_correlation
from engine.observe.measures.robust import TINY, ratio
from engine.observe.measures.run import gradient_norm
from engine.observe.measures.series import part
from engine.observe.measures.slopes import theil_sen
from engine.run import Case, Series

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
FEW_GROWTH = Band(
    5.0,
    20.0,
    log=True,
    source="judgment",
    note="factor from the first to the last of fewer than 8 points, each above the one before",
)
LEAST_POINTS = 8
FEWEST_POINTS = 4
BEGINNING = 0.05  # share of the run left out
MOST_GROWTH = 50.0  # as a logarithm; more would overflow


def observe(case: Case) -> Finding | None:
    norm = gradient_norm(case)
    if norm is None or len(norm) < FEWEST_POINTS:
        return None
    if len(norm) < LEAST_POINTS:
        return _over_few_points(norm)
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


def _over_few_points(norm: Series) -> Finding:
    first, last = float(norm.y[0]), float(norm.y[-1])
    rises = bool((np.diff(norm.y) > 0).all())
    strength = FEW_GROWTH.strength(ratio(last, first)) if rises else 0.0
    course = "rises at every point" if rises else "does not rise at every point"
    return Finding.on(
        norm,
        strength=strength,
        text=f"{norm.name} {course}: {first:.3g} at first, {last:.3g} at last.",
    )
