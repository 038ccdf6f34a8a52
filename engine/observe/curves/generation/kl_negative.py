"""The reported divergence from the reference is negative over many steps.

A KL divergence is never below zero, and an estimate from samples scatters about it. Measured as the
mean in units of its standard error.
"""

import math

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import ratio
from engine.observe.measures.series import finite_part, first_recorded
from engine.run import Case

SYMPTOM = "kl-negative"
ERRORS = Band(
    1.0,
    4.0,
    source="closed-form",
    note="standard errors by which the mean lies below zero",
)
SERIES = ("kl", "approx_kl", "val_kl")
LEAST_POINTS = 10


def observe(case: Case) -> Finding | None:
    divergence = first_recorded(case, SERIES)
    if divergence is None or len(divergence.finite) < LEAST_POINTS:
        return None
    finite = finite_part(divergence)
    mean = float(finite.y.mean())
    error = float(finite.y.std()) / math.sqrt(len(finite))
    below = ratio(max(-mean, 0.0), error)
    return Finding.on(
        finite,
        strength=ERRORS.strength(below),
        text=f"The mean of {finite.name} over {len(finite)} points is {mean:.3g}, "
        f"with a standard error of {error:.2g}.",
    )
