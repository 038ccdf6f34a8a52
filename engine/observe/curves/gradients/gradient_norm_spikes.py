import numpy as np

from engine.evidence import Finding, Span
from engine.observe.facts import onset_phase
from engine.observe.robust import logistic, median, moving_median, ratio
from engine.run import Case, Series

SYMPTOM = "gradient-norm-spikes"
# Peak over the level around it and over the level of the first tenth, whichever is higher: norms
# that have become small may multiply and still be small. rlwatch alarms at three sigma over a
# frozen beginning; own: one odd batch reaches six times in healthy recorded runs.
NORMAL_TIMES, ABNORMAL_TIMES = 3.5, 12.0
WINDOW, LEAST_POINTS = 15, 10
BEGINNING = 10  # the first tenth sets the level and holds no spike


def observe(case: Case) -> Finding | None:
    found = []
    for name in ("grad_norm_step", "grad_norm"):
        series = case.series.get(name)
        if series is not None and len(series.finite) >= LEAST_POINTS:
            finite = np.isfinite(series.y)
            found.append(_highest(Series(name, series.x[finite], series.y[finite], series.x_name)))
    return max(found, key=lambda finding: finding.strength, default=None)


def _highest(norm: Series) -> Finding:
    beginning = max(len(norm) // BEGINNING, 1)
    level = np.maximum(moving_median(norm.y, WINDOW), median(norm.y[: 2 * beginning]))
    times = norm.y / np.maximum(level, 1e-12)
    times[:beginning] = 0.0
    peak = int(np.argmax(times))
    where = float(norm.x[peak])
    text = (
        f"The highest peak of {norm.name} is {norm.y[peak]:.3g} at {norm.x_name} {where:g}, "
        f"{times[peak]:.1f} times its level of "
        f"{ratio(float(norm.y[peak]), float(times[peak])):.3g}."
    )
    return Finding(
        logistic(float(times[peak]), NORMAL_TIMES, ABNORMAL_TIMES, log=True),
        text,
        f"metrics.{norm.name}",
        Span(norm.name, float(norm.x[peak - 1]), float(norm.x[min(peak + 1, len(norm) - 1)])),
        {"onset": onset_phase(peak / len(norm)), "onset_at": where, "times": float(times[peak])},
    )
