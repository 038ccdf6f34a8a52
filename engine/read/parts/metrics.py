"""Mapping of metrics, as request bodies and JSON files have it (Keras History among them)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from engine.names import MAX_NAME, normalized
from engine.read.errors import Problem, ReadError, escape
from engine.read.inputs import Curve, Reading
from engine.read.parts.metric_values import (
    Axis,
    curve_of_one,
    curve_on_axis,
    curve_with_own_axis,
    curves_of_layers,
    is_axis_pair,
    matrix_of_classes,
    refuse_too_many,
)
from engine.read.parts.names import AXIS_NAMES, EPOCH_NAMES, SPLITS, STEP_NAMES
from engine.read.parts.numbers import recorded
from engine.run import Floats, Series

_GROUPS = frozenset(SPLITS) | {"metrics", "history", "logs"}
MAX_PROBLEMS = 20
_GROUP = "metrics"


@dataclass
class _Gathered:
    """Curves and problems so far."""

    axes: dict[Axis, Floats] = field(default_factory=dict)
    series: dict[str, Series] = field(default_factory=dict)
    layers: dict[str, tuple[Series, ...]] = field(default_factory=dict)
    classes: dict[str, Floats] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_metrics(
    metrics: Mapping[str, object],
    pointer: str = "/metrics",
) -> Reading:
    """Read curves, layers and classes.

    Raises ReadError with a JSON pointer for every value that cannot be read.
    """
    refuse_too_many(metrics, pointer, "metrics")
    gathered = _Gathered()
    _read_axes(metrics, pointer, gathered)
    _read_group(metrics, pointer, "", gathered)
    if gathered.problems:
        first = gathered.problems[:MAX_PROBLEMS]
        raise ReadError(*first)
    return Reading(
        curves=tuple(_as_curve(each) for each in gathered.series.values()),
        layers=gathered.layers,
        classes=gathered.classes,
        warnings=_without_axis(gathered),
    )


def _without_axis(gathered: _Gathered) -> tuple[str, ...]:
    """Name the curves beside whose axes none has their length: they stand on their positions."""
    if not gathered.axes:
        return ()
    lengths = {len(axis) for axis in gathered.axes.values()}
    names = [
        f"{each.name} ({len(each):,})"
        for each in gathered.series.values()
        if each.x_name == "index" and len(each) > 1 and len(each) not in lengths
    ]
    if not names:
        return ()
    axes = " and ".join(f"{name} has {len(axis):,}" for name, axis in gathered.axes.items())
    shown = ", ".join(names[:MAX_PROBLEMS])
    return (f"metrics: {axes} values; other lengths are counted from 0: {shown}",)


def _as_curve(series: Series) -> Curve:
    return Curve(
        series.name,
        series.x,
        series.y,
        series.x_name,
        group=_GROUP,
    )


def _read_axes(
    metrics: Mapping[str, object],
    pointer: str,
    gathered: _Gathered,
) -> None:
    """Find the first complete list of steps and the first of epochs."""
    for name, value in metrics.items():
        axis = _axis(name)
        if axis is None or axis in gathered.axes:
            continue
        if not isinstance(value, list):
            continue
        path = f"{pointer}/{escape(name)}"
        try:
            numbers, _ = recorded(value, path)
        except ReadError as error:
            gathered.problems.extend(error.problems)
            continue
        is_complete = len(numbers) == len(value)
        if is_complete and np.isfinite(numbers).all():
            gathered.axes[axis] = numbers


def _axis(name: str) -> Axis | None:
    plain = normalized(name)
    if plain in STEP_NAMES:
        return "step"
    if plain in EPOCH_NAMES:
        return "epoch"
    return None


def _read_group(
    group: Mapping[str, object],
    pointer: str,
    prefix: str,
    gathered: _Gathered,
) -> None:
    """Read the metrics of one split, or all; their names get the prefix of the split."""
    for name, value in group.items():
        if isinstance(value, list) and normalized(name) in AXIS_NAMES:
            continue
        path = f"{pointer}/{escape(name)}"
        try:
            if not prefix and isinstance(value, dict) and _is_group(name, value):
                refuse_too_many(value, path, "metrics")
                _read_group(value, path, f"{name[:MAX_NAME]}/", gathered)
            else:
                _read_one(f"{prefix}{name}", value, path, gathered)
        except ReadError as error:
            gathered.problems.extend(error.problems)


def _is_group(
    name: str,
    value: Mapping[str, object],
) -> bool:
    if is_axis_pair(value):
        return False
    return normalized(name) in _GROUPS


def _read_one(
    name: str,
    value: object,
    pointer: str,
    gathered: _Gathered,
) -> None:
    if value is None or value == [] or value == {}:
        return
    if isinstance(value, list):
        _read_list(name, value, pointer, gathered)
    elif not isinstance(value, dict):
        gathered.series[name] = curve_of_one(name, value, pointer)
    elif is_axis_pair(value):
        gathered.series[name] = curve_with_own_axis(name, value, pointer)
    else:
        layers = curves_of_layers(value, pointer, gathered.axes)
        gathered.layers[name] = tuple(layers)


def _read_list(
    name: str,
    values: list[object],
    pointer: str,
    gathered: _Gathered,
) -> None:
    """Read a list of numbers as a curve, one that holds lists as numbers of classes."""
    try:
        gathered.series[name] = curve_on_axis(name, values, pointer, gathered.axes)
    except ReadError:
        if list not in set(map(type, values)):
            raise
        gathered.classes[name] = matrix_of_classes(values, pointer)
