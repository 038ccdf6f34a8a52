"""The gradient norm varies strongly from step to step.

Measured as the spread of its logarithm about a moving median: 0.7 is a factor of two either way.
It is 0.15 to 0.6 in healthy runs; batches of two samples reach 1.
"""

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import TINY, moving_median, spread
from engine.run import Case

SYMPTOM = "gradient-norm-erratic"
SPREAD = Band(
    0.65,
    1.2,
    source="healthy-runs",
    note="of the logarithm; 0.15 to 0.6 in healthy recorded runs, 1 with batches of two samples",
)
WINDOW = 9  # points of the moving median
LEAST_POINTS = 20


def observe(case: Case) -> Finding | None:
    norm = case.series.get("grad_norm_step")
    if norm is None or len(norm.finite) < LEAST_POINTS:
        return None
    logs = np.log(np.maximum(norm.finite, TINY))
    size = spread(logs - moving_median(logs, WINDOW))
    return Finding.on(
        norm,
        strength=SPREAD.strength(size),
        text="From step to step grad_norm_step varies "
        f"by a factor of {np.exp(size):.2f} about its level.",
    )
