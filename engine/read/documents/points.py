"""Lists of numbers in a document, in every shape in which a curve is stored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from engine.names import normalized
from engine.read.errors import ReadError
from engine.read.parts.numbers import recorded
from engine.run import Floats

_SCALARS = frozenset({int, float, str, type(None)})
_FIRST_CLOCK = 1e8  # seconds since 1970: no step is so large, and every clock is
_PAIR, _TRIPLE = 2, 3
_LEAST_PAIRS = 2
_LONGEST_NUMBER = 9  # digits in a key that counts
_Y_KEYS = ("y", "values", "value", "data", "metric_value")
_X_KEYS = {
    "step": ("steps", "step", "x", "iterations", "iteration", "iters", "iter", "index"),
    "epoch": ("epochs", "epoch"),
}
_DIGITS = "0123456789"


class Points(NamedTuple):
    """x is empty where the list says none; the positions in the list are then `positions`."""

    y: Floats
    positions: Floats
    length: int
    x: Floats | None = None
    x_name: str = "step"


def points_of(value: object) -> Points | None:
    """Return the points of a list of numbers, pairs or triples, or of a mapping that counts."""
    if isinstance(value, dict):
        return _of_mapping(value)
    if not isinstance(value, list) or not value:
        return None
    kinds = set(map(type, value))
    if kinds <= _SCALARS:
        return _of_numbers(value)
    if kinds == {list}:
        return _of_tuples(value)
    return None


def _of_numbers(values: list[object]) -> Points | None:
    """Read a list of numbers; words beside them, or nothing but null, make it no curve."""
    try:
        y, positions = recorded(values, "")
    except ReadError:
        return None
    return (
        Points(
            y,
            positions,
            len(values),
        )
        if len(y)
        else None
    )


def _of_tuples(values: list[list[object]]) -> Points | None:
    """Read [[x, y], ...], and [[clock, step, value], ...] as TensorBoard's download has it."""
    widths = set(map(len, values))
    if len(widths) != 1 or len(values) < _LEAST_PAIRS:
        return None
    width = widths.pop()
    if width not in {_PAIR, _TRIPLE}:
        return None
    columns = [_column(values, place) for place in range(width)]
    if any(column is None for column in columns):
        return None
    known = [column for column in columns if column is not None]
    if width == _TRIPLE and not (known[0] > _FIRST_CLOCK).all():
        return None
    x = known[-2]
    if not (np.diff(x) > 0).mean() > 0.5:
        return None
    return Points(
        known[-1],
        np.arange(
            len(x),
            dtype=np.float64,
        ),
        len(x),
        x,
    )


def _column(
    rows: list[list[object]],
    place: int,
) -> Floats | None:
    cells = [row[place] for row in rows]
    if not set(map(type, cells)) <= _SCALARS:
        return None
    try:
        numbers, _ = recorded(cells, "")
    except ReadError:
        return None
    return numbers if len(numbers) == len(cells) else None


def _of_mapping(mapping: Mapping[str, object]) -> Points | None:
    """Read {"0": 1.5, "1": 1.2} or {"epoch_1": 1.5, ...} in the order of its numbers."""
    counted = counted_keys(mapping)
    if counted is None:
        return None
    values = [mapping[key] for key in counted.keys]
    if not set(map(type, values)) <= _SCALARS:
        return None
    points = _of_numbers(values)
    if points is None or counted.x_name == "index":
        return points
    x = counted.numbers[points.positions.astype(np.intp)]
    return points._replace(
        x=x,
        x_name=counted.x_name,
    )


class Counted(NamedTuple):
    """Keys that count, in order, their numbers, and what they count."""

    keys: list[str]
    numbers: Floats
    x_name: str


def counted_keys(mapping: Mapping[str, object]) -> Counted | None:
    """Return the keys of a mapping if all are one word, or none, and a number behind it."""
    if len(mapping) < _LEAST_PAIRS:
        return None
    numbers: dict[str, int] = {}
    word: str | None = None
    for key in mapping:
        stem = key.rstrip(_DIGITS)
        digits = key[len(stem) :]
        if not digits or len(digits) > _LONGEST_NUMBER or (word is not None and stem != word):
            return None
        word = stem
        numbers[key] = int(digits)
    keys = sorted(
        numbers,
        key=lambda key: numbers[key],
    )
    counted = np.array(
        [numbers[key] for key in keys],
        dtype=np.float64,
    )
    plain = normalized(word or "")
    for x_name, words in _X_KEYS.items():
        if plain in words:
            return Counted(
                keys,
                counted,
                x_name,
            )
    return (
        Counted(
            keys,
            counted,
            "index",
        )
        if not plain
        else None
    )


def axis_pair(mapping: Mapping[str, object]) -> Points | None:
    """Return the curve of {"x": [...], "y": [...]}, {"steps": ..., "values": ...} and the like."""
    plain = {normalized(key): value for key, value in mapping.items()}
    values = next(
        (plain[key] for key in _Y_KEYS if isinstance(plain.get(key), list)),
        None,
    )
    if values is None:
        return None
    points = points_of(values)
    if points is None or points.x is not None:
        return points
    for x_name, keys in _X_KEYS.items():
        for key in keys:
            x = _axis(plain.get(key), points)
            if x is not None:
                return points._replace(x=x, x_name=x_name)
    return points if plain.keys() & {"x", "steps", "timestamps"} else None


def _axis(
    value: object,
    points: Points,
) -> Floats | None:
    axis = axis_of(value)
    if axis is None or len(axis) != points.length:
        return None
    return axis[points.positions.astype(np.intp)]


def axis_of(value: object) -> Floats | None:
    """Return a list of finite numbers that may serve as x."""
    if not isinstance(value, list) or not value or not set(map(type, value)) <= _SCALARS:
        return None
    points = _of_numbers(value)
    if points is None or len(points.y) < points.length:
        return None
    return points.y if np.isfinite(points.y).all() else None
