"""The gradient norm jumps up at a point.

The highest peak is measured over the level around it or the level of the beginning, whichever is
higher: a norm that has become small may multiply and still be small. One odd batch reaches six
times the level in healthy runs. The first tenth is not searched; the median of the first fifth is
the level of the beginning.
"""

import numpy as np

from engine.evidence import Finding, strongest_finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import TINY, median, moving_median, ratio
from engine.observe.measures.series import around, finite_part, recorded
from engine.run import Case, Series

SYMPTOM = "gradient-norm-spikes"
TIMES = Band(
    3.5,
    12.0,
    log=True,
    source="healthy-runs",
    compare=("rlwatch", "olmo-2"),
    note="over the level; one odd batch reaches 6 in healthy recorded runs; "
    "rlwatch: 3 standard deviations over a frozen beginning; OLMo 2: 7 over the last 1,000",
)
NORMS = ("grad_norm_step", "grad_norm")
WINDOW = 15  # points of the moving median
LEAST_POINTS = 10
BEGINNING = 10  # a tenth of the run, not searched


def observe(case: Case) -> Finding | None:
    norms = (finite_part(norm) for norm in recorded(case, NORMS))
    long = (norm for norm in norms if len(norm) >= LEAST_POINTS)
    return strongest_finding(_highest(norm) for norm in long)


def _highest(norm: Series) -> Finding:
    """Return a finding about the highest peak over its level."""
    tenth = len(norm) // BEGINNING
    beginning = max(tenth, 1)
    least_level = median(norm.y[: 2 * beginning])
    around_it = moving_median(norm.y, WINDOW)
    level = np.maximum(around_it, least_level)
    level = np.maximum(level, TINY)
    times = norm.y / level
    times[:beginning] = 0.0
    peak = int(np.argmax(times))
    height = float(norm.y[peak])
    over_level = float(times[peak])
    return Finding.on(
        around(norm, peak),
        strength=TIMES.strength(over_level),
        text=f"The highest peak of {norm.name} is {height:.3g} "
        f"at {norm.x_name} {norm.x[peak]:g}, "
        f"{over_level:.1f} times its level of {ratio(height, over_level):.3g}.",
    )
