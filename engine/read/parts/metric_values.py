"""Values of one metric in a mapping: a curve, curves of layers, numbers of classes, one number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import numpy as np

from engine.read.errors import Problem, ReadError, escape
from engine.read.parts.limits import MAX_CURVES
from engine.read.parts.numbers import number_from_json, quoted, recorded
from engine.run import Floats, Series

Axis = Literal["step", "epoch"]
Axes = Mapping[Axis, Floats]  # lists that may serve as x

_AXES: tuple[Axis, ...] = ("step", "epoch")  # the first of the right length is x
_LONGEST_NUMBER = 9  # digits in the name of a layer


def is_axis_pair(value: Mapping[str, object]) -> bool:
    """Return whether the object is a curve with an x of its own: {"x": [...], "y": [...]}."""
    return "y" in value and value.keys() <= {"x", "y"}


def refuse_too_many(
    mapping: Mapping[str, object],
    pointer: str,
    kind: str,
) -> None:
    count = len(mapping)
    if count > MAX_CURVES:
        detail = f"holds {count:,} {kind}, of which at most {MAX_CURVES:,} are read"
        raise ReadError((pointer, detail))


def curve_on_axis(
    name: str,
    values: list[object],
    pointer: str,
    axes: Axes,
) -> Series:
    """Return a curve on the steps or epochs of the same length, else on its positions."""
    numbers, positions = recorded(values, pointer)
    for x_name in _AXES:
        axis = axes.get(x_name)
        if axis is not None and len(axis) == len(values):
            x = _at(axis, positions)
            return Series(
                name,
                x,
                numbers,
                x_name,
            )
    return Series(
        name,
        positions,
        numbers,
    )


def _at(
    values: Floats,
    positions: Floats,
) -> Floats:
    indices = positions.astype(np.intp)
    return values[indices]


def curve_with_own_axis(
    name: str,
    value: Mapping[str, object],
    pointer: str,
) -> Series:
    y_pointer = f"{pointer}/y"
    y = _checked_list(value["y"], y_pointer)
    if value.get("x") is None:
        return curve_on_axis(
            name,
            y,
            y_pointer,
            {},
        )
    x_pointer = f"{pointer}/x"
    x = _checked_list(value["x"], x_pointer)
    if len(x) != len(y):
        detail = f"x has {len(x)} values and y has {len(y)}"
        raise ReadError((pointer, detail))
    axis, _ = recorded(x, x_pointer)
    if len(axis) != len(x) or not np.isfinite(axis).all():
        raise ReadError((x_pointer, "must hold finite numbers only"))
    numbers, positions = recorded(y, y_pointer)
    x_of_recorded = _at(axis, positions)
    return Series(
        name,
        x_of_recorded,
        numbers,
        "step",
    )


def _checked_list(
    value: object,
    pointer: str,
) -> list[object]:
    if not isinstance(value, list):
        raise ReadError((pointer, "must be a list of numbers"))
    return value


def curves_of_layers(
    layers: Mapping[str, object],
    pointer: str,
    axes: Axes,
) -> Iterator[Series]:
    """Yield one curve per layer, in order; raise the problems of all layers at the end."""
    refuse_too_many(
        layers,
        pointer,
        "layers",
    )
    problems: list[Problem] = []
    for layer in sorted(layers, key=_layer_order):
        path = f"{pointer}/{escape(layer)}"
        curve = layers[layer]
        if curve is None or curve == []:
            continue
        if not isinstance(curve, list):
            detail = f"must be a list of numbers, not {quoted(curve)}"
            problems.append(Problem(path, detail))
            continue
        try:
            yield curve_on_axis(
                layer,
                curve,
                path,
                axes,
            )
        except ReadError as error:
            problems.extend(error.problems)
    if problems:
        raise ReadError(*problems)


def _layer_order(layer: str) -> tuple[int, int]:
    """Sort numbered layers by number; named ones follow in their order (sorting is stable)."""
    is_number = layer.isascii() and layer.isdigit()
    if is_number and len(layer) <= _LONGEST_NUMBER:
        return 0, int(layer)
    return 1, 0


def matrix_of_classes(
    points: Sequence[object],
    pointer: str,
) -> Floats:
    """Return an array of shape (points, classes); a point that is null is left out."""
    matrix: list[Floats] = []
    width = _width(points)
    for number, point in enumerate(points):
        if point is None:
            continue
        path = f"{pointer}/{number}"
        if not isinstance(point, list):
            raise ReadError((path, "must be a list with one number for each class"))
        if len(point) != width:
            detail = f"has {len(point)} values where the first has {width}"
            raise ReadError((path, detail))
        classes = _classes(point, path)
        matrix.append(classes)
    array = np.array(matrix, dtype=np.float64)
    return array.reshape(len(matrix), width)


def _width(points: Sequence[object]) -> int:
    for point in points:
        if isinstance(point, list):
            return len(point)
    return 0


def _classes(
    values: list[object],
    pointer: str,
) -> Floats:
    """Return one number for each class, NaN where none was recorded."""
    numbers, positions = recorded(values, pointer)
    classes = np.full(len(values), np.nan)
    indices = positions.astype(np.intp)
    classes[indices] = numbers
    return classes


def curve_of_one(
    name: str,
    value: object,
    pointer: str,
) -> Series:
    """Return a curve of one point, of none for a value that was not recorded."""
    try:
        number = number_from_json(value)
    except ValueError as error:
        raise ReadError((pointer, str(error))) from error
    values = [] if number is None else [number]
    x = np.zeros(len(values))
    y = np.array(values, dtype=np.float64)
    return Series(
        name,
        x,
        y,
    )
