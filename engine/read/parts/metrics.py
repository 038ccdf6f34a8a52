"""The metrics of a request body, and of files of the same shape (Keras History among them)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from engine.names import normalized
from engine.read.errors import Problem, ReadError
from engine.read.inputs import Reading
from engine.read.parts.limits import MAX_CURVES
from engine.read.parts.names import EPOCH_NAMES, SPLITS, STEP_NAMES
from engine.read.parts.numbers import number_from_json, quoted, recorded
from engine.run import Floats, Series

_GROUPS = frozenset(SPLITS) | {"metrics", "history", "logs"}
MAX_PROBLEMS = 20


@dataclass
class _Gathered:
    """What has been read so far. `axes` are the lists that may serve as x, by length."""

    axes: dict[str, Floats]
    series: dict[str, Series] = field(default_factory=dict)
    layers: dict[str, tuple[Series, ...]] = field(default_factory=dict)
    classes: dict[str, Floats] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_metrics(metrics: Mapping[str, object], pointer: str = "/metrics") -> Reading:
    """Raises ReadError with a JSON pointer for every value that cannot be read."""
    _refuse_too_many(metrics, pointer, "metrics")
    gathered = _Gathered(axes={})
    _read_axes(metrics, pointer, gathered)
    _read_group(metrics, pointer, "", gathered)
    if gathered.problems:
        raise ReadError(*gathered.problems[:MAX_PROBLEMS])
    return Reading("json-body", gathered.series, gathered.layers, gathered.classes)


def _refuse_too_many(mapping: Mapping[str, object], pointer: str, what: str) -> None:
    if len(mapping) > MAX_CURVES:
        raise ReadError((pointer, f"holds {len(mapping):,} {what}, of which at most {MAX_CURVES:,} are read"))


def _read_axes(metrics: Mapping[str, object], pointer: str, gathered: _Gathered) -> None:
    for name, value in metrics.items():
        kind = "step" if normalized(name) in STEP_NAMES else "epoch" if normalized(name) in EPOCH_NAMES else None
        if kind is None or not isinstance(value, list) or kind in gathered.axes:
            continue
        try:
            numbers, _ = recorded(value, f"{pointer}/{escape(name)}")
        except ReadError as error:
            gathered.problems.extend(error.problems)
            continue
        if len(numbers) == len(value) and np.isfinite(numbers).all():
            gathered.axes[kind] = numbers


def _read_group(group: Mapping[str, object], pointer: str, prefix: str, gathered: _Gathered) -> None:
    for name, value in group.items():
        if normalized(name) in STEP_NAMES | EPOCH_NAMES and isinstance(value, list):
            continue
        path = f"{pointer}/{escape(name)}"
        try:
            if isinstance(value, dict) and not prefix and normalized(name) in _GROUPS and not is_axis_pair(value):
                _refuse_too_many(value, path, "metrics")
                _read_group(value, path, f"{name}/", gathered)
                continue
            _read_one(f"{prefix}{name}", value, path, gathered)
        except ReadError as error:
            gathered.problems.extend(error.problems)


def _read_one(name: str, value: object, pointer: str, gathered: _Gathered) -> None:
    if value is None or value == [] or value == {}:
        return
    if isinstance(value, list) and any(isinstance(row, list) for row in value):
        gathered.classes[name] = _matrix(value, pointer)
    elif isinstance(value, list):
        gathered.series[name] = _on_axis(name, value, pointer, gathered.axes)
    elif isinstance(value, dict) and is_axis_pair(value):
        gathered.series[name] = _with_own_axis(name, value, pointer)
    elif isinstance(value, dict):
        gathered.layers[name] = tuple(_layers(value, pointer, gathered.axes))
    else:
        gathered.series[name] = _single(name, value, pointer)


def is_axis_pair(value: Mapping[str, object]) -> bool:
    return set(value) <= {"x", "y"} and "y" in value


def _on_axis(name: str, values: list[object], pointer: str, axes: Mapping[str, Floats]) -> Series:
    numbers, positions = recorded(values, pointer)
    for kind in ("step", "epoch"):
        axis = axes.get(kind)
        if axis is not None and len(axis) == len(values):
            return Series(name, axis[positions.astype(np.intp)], numbers, kind)
    return Series(name, positions, numbers)


def _with_own_axis(name: str, value: Mapping[str, object], pointer: str) -> Series:
    y, x = value["y"], value.get("x")
    if not isinstance(y, list):
        raise ReadError((f"{pointer}/y", "must be a list of numbers"))
    if x is None:
        return _on_axis(name, y, f"{pointer}/y", {})
    if not isinstance(x, list):
        raise ReadError((f"{pointer}/x", "must be a list of numbers"))
    if len(x) != len(y):
        raise ReadError((pointer, f"x has {len(x)} values and y has {len(y)}"))
    axis, _ = recorded(x, f"{pointer}/x")
    if len(axis) != len(x) or not np.isfinite(axis).all():
        raise ReadError((f"{pointer}/x", "must hold finite numbers only"))
    numbers, positions = recorded(y, f"{pointer}/y")
    return Series(name, axis[positions.astype(np.intp)], numbers, "step")


def _layers(value: Mapping[str, object], pointer: str, axes: Mapping[str, Floats]) -> Iterator[Series]:
    _refuse_too_many(value, pointer, "layers")
    problems: list[Problem] = []
    for key in sorted(value, key=_layer_order):
        path = f"{pointer}/{escape(key)}"
        curve = value[key]
        if curve is None or curve == []:
            continue
        if not isinstance(curve, list):
            problems.append(Problem(path, f"must be a list of numbers, not {quoted(curve)}"))
            continue
        try:
            yield _on_axis(key, curve, path, axes)
        except ReadError as error:
            problems.extend(error.problems)
    if problems:
        raise ReadError(*problems)


def _layer_order(key: str) -> tuple[int, int]:
    """Numbered layers by number; named ones behind them, as they stand (sorting is stable)."""
    return (0, int(key)) if key.isascii() and key.isdigit() and len(key) < 10 else (1, 0)


def _matrix(rows: Sequence[object], pointer: str) -> Floats:
    width = next(len(row) for row in rows if isinstance(row, list))
    read: list[list[float]] = []
    for number, row in enumerate(rows):
        if row is None:
            continue
        if not isinstance(row, list):
            raise ReadError((f"{pointer}/{number}", "must be a list with one number for each class"))
        if len(row) != width:
            raise ReadError((f"{pointer}/{number}", f"has {len(row)} values where the first has {width}"))
        read.append(_cells(row, f"{pointer}/{number}"))
    return np.array(read, dtype=np.float64).reshape(len(read), width)


def _cells(row: list[object], pointer: str) -> list[float]:
    numbers, positions = recorded(row, pointer)
    cells = np.full(len(row), np.nan)
    cells[positions.astype(np.intp)] = numbers
    return [float(cell) for cell in cells]


def _single(name: str, value: object, pointer: str) -> Series:
    try:
        number = number_from_json(value)
    except ValueError as error:
        raise ReadError((pointer, str(error))) from error
    values = [] if number is None else [number]
    return Series(name, np.zeros(len(values)), np.array(values, dtype=np.float64))


def escape(key: str) -> str:
    """A key as a step of a JSON pointer (RFC 6901)."""
    return key[:80].replace("~", "~0").replace("/", "~1")
