"""The gradient norm jumps up at a point.

The highest peak is measured over the level around it or the level of the beginning, whichever is
higher: a norm that has become small may multiply and still be small. One odd batch reaches six
times the level in healthy runs. The first tenth and the warm-up of the rate are not searched; the
median of the first fifth is the level of the beginning. A single peak that the loss does not answer
is one odd batch.
"""

import numpy as np

from engine.evidence import Finding, strongest_finding
from engine.observe.measures.answer import stays_down
from engine.observe.measures.band import Band
from engine.observe.measures.rates import warm_up_points
from engine.observe.measures.robust import TINY, median, moving_median, ratio
from engine.observe.measures.run import first_loss_series
from engine.observe.measures.series import around, finite_part, recorded
from engine.run import Case, Floats, Series

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
PEAK = 6.5  # times the level, from which a point counts as a peak
ONE_ODD_BATCH = 0.4  # the most for a single peak without an answer in the loss


def observe(case: Case) -> Finding | None:
    norms = map(finite_part, recorded(case, NORMS))
    long = (norm for norm in norms if len(norm) >= LEAST_POINTS)
    return strongest_finding(_highest(case, norm) for norm in long)


def _highest(case: Case, norm: Series) -> Finding:
    """Return a finding about the highest peak over its level."""
    times = _times_over_level(norm)
    warm_up = warm_up_points(case, norm)
    not_searched = max(_beginning(norm), warm_up)
    times[:not_searched] = 0.0

    peak = int(np.argmax(times))
    height = norm.y[peak]
    over_level = float(times[peak])
    strength = TIMES.strength(over_level)
    is_peak = times > PEAK
    peaks = int(is_peak.sum())
    if peaks <= 1 and _is_unanswered(case, norm, peak):
        strength = min(strength, ONE_ODD_BATCH)
    return Finding.on(
        around(norm, peak),
        strength=strength,
        text=f"The highest peak of {norm.name} is {height:.3g} "
        f"at {norm.x_name} {norm.x[peak]:g}, "
        f"{over_level:.1f} times its level of {ratio(height, over_level):.3g}.",
    )


def _times_over_level(norm: Series) -> Floats:
    """Return the norm over the level around it or that of the beginning, the higher of the two."""
    twice = 2 * _beginning(norm)
    least_level = median(norm.y[:twice])
    around_it = moving_median(norm.y, WINDOW)
    level = np.maximum(around_it, least_level)
    level = np.maximum(level, TINY)
    times = norm.y / level
    return np.asarray(times, dtype=np.float64)


def _beginning(norm: Series) -> int:
    """Return the number of points in the first tenth, at least one."""
    tenth = len(norm) // BEGINNING
    return max(tenth, 1)


def _is_unanswered(case: Case, norm: Series, peak: int) -> bool:
    """Return whether a loss at the same points is recorded and does not rise at the peak."""
    loss = first_loss_series(case)
    if loss is None or loss.x_name != norm.x_name:
        return False
    at = float(norm.x[peak])
    return stays_down(loss, at)
