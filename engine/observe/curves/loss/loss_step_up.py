import numpy as np

from engine.evidence import Finding, Span
from engine.observe.facts import onset_phase, step_loss, train_loss
from engine.observe.robust import TINY, condense, logistic, median, ratio
from engine.run import Case, Floats, Series

SYMPTOM = "loss-step-up"
# own: the medians of a stretch before and a stretch after each point are compared; a resumed run
# that lost its optimizer state or its data order starts again from a level several times higher.
NORMAL_SHIFT, ABNORMAL_SHIFT = 0.02, 0.1  # in units of the first losses
NORMAL_RISE, ABNORMAL_RISE = 0.4, 1.6  # in units of the level before
NORMAL_LEAD, ABNORMAL_LEAD = (
    1.3,
    3.0,
)  # over the next largest shift: oscillation has many of equal size
LEAST_POINTS = 10
POINTS = 400  # longer series are condensed to this many


def observe(case: Case) -> Finding | None:
    curves = [series for series in (step_loss(case), train_loss(case)) if series is not None]
    found = [_shift(_condensed(series)) for series in curves if len(series) >= LEAST_POINTS]
    return max(found, key=lambda finding: finding.strength, default=None)


def _condensed(series: Series) -> Series:
    return Series(
        series.name, condense(series.x, POINTS), condense(series.y, POINTS), series.x_name
    )


def _shift(series: Series) -> Finding:
    y, width = series.y, max(3, len(series) // 20)
    before, after = _medians(y, width)
    shifts = after - before
    at = int(np.argmax(shifts))
    start = float(np.abs(y[: max(1, len(y) // 40)]).mean())
    strength = min(
        logistic(ratio(float(shifts[at]), start), NORMAL_SHIFT, ABNORMAL_SHIFT),
        logistic(ratio(float(shifts[at]), float(before[at])), NORMAL_RISE, ABNORMAL_RISE),
        logistic(_lead(shifts, at, width), NORMAL_LEAD, ABNORMAL_LEAD, log=True),
    )
    point = at + width
    return Finding(
        strength,
        f"The largest upward shift of {series.name} is at {series.x_name} {series.x[point]:g}: "
        f"from {before[at]:.3g} to {after[at]:.3g}.",
        f"metrics.{series.name}",
        Span(series.name, float(series.x[point]), float(series.x[min(point + width, len(y) - 1)])),
        {"onset": onset_phase(point / len(y)), "onset_at": float(series.x[point])},
    )


def _medians(y: Floats, width: int) -> tuple[Floats, Floats]:
    """For each point with room on both sides: the median of `width` points before it, and of as
    many from it on.
    """
    windows = np.median(np.lib.stride_tricks.sliding_window_view(y, width), axis=1)
    return windows[: len(y) - 2 * width + 1], windows[width:]


def _lead(shifts: Floats, at: int, width: int) -> float:
    others = np.concatenate([shifts[: max(at - width, 0)], shifts[at + width + 1 :]])
    largest = max(float(others.max(initial=0.0)), TINY)
    return (
        max(float(shifts[at]), 0.0) / largest if median(np.abs(shifts)) > 0 or len(others) else 1.0
    )
