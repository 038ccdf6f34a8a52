"""Values that a curve can have: what a share, a time or a step can never be is not read."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.read.metric_names.quantities import Quantity
from engine.run import Series

MOST_STEPS = 1e15  # from here on a float does not hold every half step
_ABOVE_SHARE = 1.5  # no share is so large, whatever the rounding and the smoothing
_BELOW = -1e-6  # zero, whatever the rounding
_SHARES = frozenset({"dead_fraction", "activation_saturation", "success_rate"})
_NEVER_NEGATIVE = frozenset(
    {
        "d_grad_norm", "data_time", "episode_length", "g_grad_norm", "gpu_memory_mb",
        "gpu_utilization", "grad_norm", "grad_norm_step", "loss_scale", "lr", "pred_std", "rss_mb",
        "rss_mb_step", "sample_std", "samples_per_second", "step_time", "step_time_step",
        "update_ratio", "weight_norm",
    }
)  # fmt: skip


def possible(
    series: Series,
    quantity: Quantity | None,
) -> tuple[Series, tuple[str, ...]]:
    """Return the part of a curve that can be, and a sentence for each thing that was left out.

    A curve on steps that cannot be is numbered by its points instead.
    """
    placed, of_steps = _on_possible_steps(series)
    low, high = _range_of(series.name, quantity)
    is_low = placed.y < low
    is_high = placed.y > high
    is_odd = is_low | is_high
    if not is_odd.any():
        return placed, of_steps
    kept = _without(placed, is_odd)
    of_values = _said(
        placed,
        is_odd,
        high,
    )
    return kept, (*of_steps, of_values)


def _range_of(name: str, quantity: Quantity | None) -> tuple[float, float]:
    is_share = name in _SHARES
    is_positive = name in _NEVER_NEGATIVE
    if quantity is not None:
        is_share = is_share or quantity.is_share
        is_positive = is_positive or quantity.low == 0
    high = _ABOVE_SHARE if is_share else math.inf
    low = _BELOW if is_share or is_positive else -math.inf
    return low, high


def _without(series: Series, is_odd: NDArray[np.bool_]) -> Series:
    kept = ~is_odd
    x = series.x[kept]
    y = series.y[kept]
    return replace(
        series,
        x=x,
        y=y,
    )


def _said(
    series: Series,
    is_odd: NDArray[np.bool_],
    high: float,
) -> str:
    """Say which values are not read: a value of val_accuracy is -1, ..."""
    place = np.argmax(is_odd)
    first = series.y[place]
    within = "not below 0" if math.isinf(high) else "from 0 to 1"
    count = int(is_odd.sum())
    return (
        f"{series.name} is {within}: {count:,} of {len(series):,} values are not read, "
        f"such as {first:g}"
    )


def _on_possible_steps(series: Series) -> tuple[Series, tuple[str, ...]]:
    is_possible = np.abs(series.x) < MOST_STEPS  # not for NaN
    if is_possible.all():
        return series, ()
    place = np.argmin(is_possible)
    first = series.x[place]
    points = np.arange(len(series))
    numbered = replace(
        series,
        x=points.astype(np.float64),
        x_name="index",
    )
    said = (
        f"{series.name} has {series.x_name} {first:g}, which counts nothing: "
        "its points are numbered instead"
    )
    return numbered, (said,)
