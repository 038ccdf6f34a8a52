"""Rows of a recorded run as the tools read it: an epoch table, or a row for each step.

Only curves with one number a point are taken. The axis is optimizer steps.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any

# Column and value; what was not measured is left out.
Row = dict[str, float]
# The curves of a recorded run by name.
Metrics = Mapping[str, Any]

STEP = "step"
TRAIN_LOSS = "train_loss"
# Ends the name of a curve with an axis of its own.
_OWN_AXIS = "_step"
# Values that JSON has no number for.
_WORDS = (
    "NaN",
    "Infinity",
    "-Infinity",
)


def epoch_rows(metrics: Metrics) -> list[Row]:
    """Return one row for each logging point.

    Raises KeyError for a run without steps, ValueError for curves of another length.
    """
    steps = metrics[STEP]
    rows = _rows_of(steps)
    for name, values in metrics.items():
        if name == STEP:
            continue
        if _is_curve(values):
            _fill(rows, name, values)
    return rows


def _fill(
    rows: Sequence[Row],
    name: str,
    values: Iterable[Any],
) -> None:
    """Set a column; a value that was not measured is null and leaves it out."""
    for row, value in zip(rows, values, strict=True):
        if value is not None:
            row[name] = float(value)


def step_rows(metrics: Metrics) -> list[Row]:
    """Return one row for each step of the finest training loss that was recorded.

    A curve that was recorded step by step stands for its means over the epochs. Steps of it count
    from 0 and logging points say how many are done, so the values of a logging point stand in the
    row of the last step before it, as a loop logs them.
    """
    fine = _fine_curves(metrics)
    axis = _axis(fine)
    if not axis:
        return epoch_rows(metrics)
    rows = _rows_of(axis)
    for name, curve in fine.items():
        taken = []
        for step in curve["x"]:
            place = bisect_right(axis, step)
            row = _row_before(rows, place)
            taken.append(row)
        _fill(taken, name, curve["y"])
    for point in epoch_rows(metrics):
        step = point.pop(STEP)
        place = bisect_left(axis, step)
        row = _row_before(rows, place)
        coarse = _without(point, fine)
        row.update(coarse)
    return rows


def _rows_of(steps: Iterable[float]) -> list[Row]:
    """Return rows that hold their step and nothing else yet."""
    return [{STEP: step} for step in steps]


def _fine_curves(metrics: Metrics) -> dict[str, Any]:
    """Return the curves with an axis of their own, under the names of their means."""
    fine = {}
    for name, curve in metrics.items():
        mean = name.removesuffix(_OWN_AXIS)
        if mean == name:
            continue
        if isinstance(curve, Mapping):
            fine[mean] = curve
    return fine


def _axis(fine: Metrics) -> list[float]:
    """Return the steps of the training loss, or of all fine curves where it has none."""
    steps: set[float] = set()
    if TRAIN_LOSS in fine:
        curve = fine[TRAIN_LOSS]
        steps.update(curve["x"])
        return sorted(steps)
    for curve in fine.values():
        steps.update(curve["x"])
    return sorted(steps)


def _row_before(rows: Sequence[Row], place: int) -> Row:
    """Return the row before a place.

    The first row takes what comes before it.
    """
    last = max(place - 1, 0)
    return rows[last]


def with_column(rows: Iterable[Row], needed: str) -> list[Row]:
    """Leave out rows without a column.

    Every row is kept where none is needed.
    """
    if not needed:
        return list(rows)
    return [row for row in rows if needed in row]


def with_names(
    rows: Iterable[Row],
    names: Mapping[str, str],
    left_out: frozenset[str] = frozenset(),
) -> list[Row]:
    """Give columns the names that a tool reads, and leave some out."""
    renamed = []
    for row in rows:
        own: Row = {}
        kept = _without(row, left_out)
        for name, value in kept.items():
            column = names.get(name, name)
            own[column] = value
        renamed.append(own)
    return renamed


def _without(row: Row, names: Container[str]) -> Row:
    """Return the row without some columns, whether it has them or not."""
    kept = row.copy()
    for name in row:
        if name in names:
            del kept[name]
    return kept


def _is_curve(values: object) -> bool:
    """Return whether there is one number a point: numbers, nulls or words such as NaN."""
    if not isinstance(values, list):
        return False
    return all(map(_is_number, values))


def _is_number(value: object) -> bool:
    if value is None:
        return True
    if isinstance(value, str):
        return value in _WORDS
    return isinstance(value, int | float)
