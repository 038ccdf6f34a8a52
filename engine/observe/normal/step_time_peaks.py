"""The first steps and those with an evaluation take many times as long as the plain ones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.observe.curves.speed import waiting_for_data
from engine.observe.measures.robust import median, ratio
from engine.observe.measures.series import finite_part
from engine.observe.normal.pattern import Boundary, NormalPattern, Page
from engine.observe.normal.signs import is_sign_seen
from engine.run import Case, Floats, Series

PEAK = 3.0  # times the median of all steps
START = 50  # steps, in which kernels are compiled and tuned
LEVEL = 0.05  # by which the medians of plain steps agree
SLOWS = 0.1  # by which plain steps get slower where something is wrong
NEAR = 1.5  # points between a slow step and the event that explains it
LEAST_STEPS = 100
EVENTS = ("val_loss", "val_accuracy", "val_f1", "val_auc", "test_loss", "test_accuracy")
TIMES = ("step_time_step", "step_time")

PAGE = Page(
    "step-time-peaks",
    Boundary(
        "Every step above 3 times the median is among the first 50 or has an evaluation, and the "
        "medians of the plain steps agree within 5%.",
        "recompilation-storm",
    ),
)
DATA = Boundary(
    "Plain steps wait for the loader for less than 40% of their time.",
    "input-bottleneck",
)
SLOWER = Boundary(
    "The median of the plain steps does not rise by more than 10%.",
    "thermal-throttling",
)


@dataclass(frozen=True, slots=True)
class Peaks:
    """Slow steps, those of them that no event explains, and the rise of the plain median."""

    count: int
    unexplained: int
    median: float
    rise: float


def read(case: Case) -> NormalPattern:
    time = _step_time(case)
    if time is None:
        return PAGE.not_measured("The time of single steps is not recorded.")
    peaks = _peaks(case, time)
    if not peaks.count:
        return PAGE.not_shown(f"No step of {time.name} takes 3 times the median.")
    text = (
        f"{peaks.count} of "
        f"{len(time)} steps take more than 3 times the median of "
        f"{peaks.median:.3g} s; "
        f"{peaks.unexplained} of them are neither among the first "
        f"{START} "
        f"nor at an evaluation, and the median of plain steps changes by {peaks.rise:+.1%}."
    )
    if is_sign_seen(waiting_for_data, case):
        return PAGE.broken(text, time, DATA)
    if peaks.rise > SLOWS:
        return PAGE.broken(
            text,
            time,
            SLOWER,
        )
    if peaks.rise > LEVEL:
        return PAGE.not_measured(f"{text} The machine may be busy.", time)
    if not peaks.unexplained:
        return PAGE.holds(text, time)
    if not len(_events(case)):
        return PAGE.not_measured(f"{text} No evaluation is recorded.", time)
    return PAGE.broken(text, time)


def _step_time(case: Case) -> Series | None:
    for name in TIMES:
        series = case.series.get(name)
        if series is None or series.x_name == "epoch":
            continue
        time = finite_part(series)
        if len(time) >= LEAST_STEPS:
            return time
    return None


def _peaks(case: Case, time: Series) -> Peaks:
    usual = median(time.y)
    slow = time.y > PEAK * usual
    late = np.arange(len(time)) >= START
    explained = _is_near(time, _events(case))
    plain = time.y[late & ~slow]
    return Peaks(
        count=int(slow.sum()),
        unexplained=int((slow & late & ~explained).sum()),
        median=usual,
        rise=_rise(plain),
    )


def _rise(plain: Floats) -> float:
    """Return the change of the median from the first quarter of the plain steps to the last."""
    quarter = len(plain) // 4
    if not quarter:
        return 0.0
    early = median(plain[:quarter])
    return ratio(median(plain[-quarter:]) - early, early)


def _events(case: Case) -> Floats:
    """Return the steps at which something was evaluated, in order."""
    named = [case.series[name] for name in EVENTS if name in case.series]
    steps = [series.x for series in named if series.x_name == "step"]
    return np.unique(np.concatenate([np.empty(0), *steps]))


def _is_near(time: Series, events: Floats) -> NDArray[np.bool_]:
    """Return which points have an event next to them."""
    near = NEAR * median(np.diff(time.x))
    following = np.searchsorted(events, time.x - near)
    bounded = np.append(events, np.inf)
    return bounded[following] <= time.x + near
