"""The curves in the form in which the symptoms are measured on them."""

from __future__ import annotations

import math

import numpy as np

from engine.evidence import Span
from engine.observe.once import once_per_case
from engine.observe.robust import condense, median
from engine.observe.settings import OTHER_LOSSES, number, word
from engine.run import Case, Floats, Series

POINTS = 200  # trends are measured on curves condensed to at most this many points
STEPWISE = 100  # a loss with this many points or more can serve as the per-step loss


@once_per_case
def curve(case: Case, name: str) -> Series | None:
    """The finite points of a series, condensed to at most 200; None with fewer than two."""
    series = case.series.get(name)
    if series is None:
        return None
    finite = np.isfinite(series.y)
    if finite.sum() < 2:
        return None
    return Series(
        name, condense(series.x[finite], POINTS), condense(series.y[finite], POINTS), series.x_name
    )


def train_loss(case: Case) -> Series | None:
    """The training loss where it measures how well the task is done."""
    if word(case, "task") in OTHER_LOSSES:
        return None
    return curve(case, "train_loss") or curve(case, "train_loss_step")


def validation_loss(case: Case) -> Series | None:
    return None if word(case, "task") in OTHER_LOSSES else curve(case, "val_loss")


@once_per_case
def step_loss(case: Case) -> Series | None:
    """The finite points of the per-step training loss, every one of them."""
    if word(case, "task") in OTHER_LOSSES:
        return None
    for name, least in (("train_loss_step", 10), ("train_loss", STEPWISE)):
        series = case.series.get(name)
        if series is not None and len(series) >= least:
            finite = np.isfinite(series.y)
            if finite.sum() >= least:
                return Series(name, series.x[finite], series.y[finite], series.x_name)
    return None


def paired(case: Case, first: str, second: str) -> tuple[Floats, Floats] | None:
    """The values of two series where both were recorded, at least two of them."""
    a, b = case.series.get(first), case.series.get(second)
    if a is None or b is None:
        return None
    if a.x_name == b.x_name:
        _, left, right = np.intersect1d(a.x, b.x, return_indices=True)
        values, others = a.y[left], b.y[right]
    elif len(a) == len(b):
        values, others = a.y, b.y
    else:
        return None
    both = np.isfinite(values) & np.isfinite(others)
    return (values[both], others[both]) if both.sum() >= 2 else None


def tail(values: Floats) -> float:
    """The level at the end: the median of the last tenth, of two points at least."""
    return median(values[-max(2, math.ceil(len(values) / 10)) :])


def onset_phase(position: float) -> str:
    """A share of the run in words."""
    if position <= 0.02:
        return "first steps"
    if position <= 0.25:
        return "early"
    return "middle" if position <= 0.75 else "late"


def span(series: Series, start: int = 0, end: int = -1) -> Span:
    return Span(series.name, float(series.x[start]), float(series.x[end]))


def is_stepwise(case: Case, series: Series) -> bool:
    """Whether the points of a training loss stand for less than an epoch, so that they carry the
    noise of batches.
    """
    recorded = case.series[series.name]
    if series.name.endswith("_step") or len(recorded) > (number(case, "epochs") or STEPWISE) + 1:
        return True
    period = steps_per_epoch(case)
    return (
        bool(period)
        and series.x_name == "step"
        and median(np.diff(recorded.x)) < 0.7 * (period or 1.0)
    )


@once_per_case
def steps_per_epoch(case: Case) -> float | None:
    """From the sizes of the data and the batch, or from the distance between validations; None when
    neither tells.
    """
    samples, batch = number(case, "n_train"), number(case, "batch_size")
    if samples and batch and batch >= 1:
        return float(math.ceil(samples / batch))
    for name in ("val_loss", "val_accuracy"):
        series = case.series.get(name)
        if series is not None and len(series) >= 3 and series.x_name == "step":
            return median(np.diff(series.x))
    return None
