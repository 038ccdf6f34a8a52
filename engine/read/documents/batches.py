"""Batches inside the rows of epochs, as skorch's history holds them: rows of steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from engine.read.documents.fields import role, split_of_key

Row = Mapping[str, object]

_LISTS = ("batches", "batch_logs")
_HELD_OUT = frozenset({"val", "test"})
_SIZE = "batch_size"


def rows_of_batches(rows: Iterable[Row]) -> list[Row]:
    """Return one row for each batch of training, counted through all epochs.

    Batches of a pass over held-out data are parts of the value of their epoch and no points.
    """
    found: list[Row] = []
    for row in rows:
        for batch in _batches_of(row):
            values = _values_of(batch)
            if values:
                step = len(found)
                values["step"] = float(step)
                found.append(values)
    return found


def _batches_of(row: Row) -> list[Row]:
    for key in _LISTS:
        batches = row.get(key)
        if not isinstance(batches, list):
            continue
        return list(_objects_in(batches))
    return []


def _objects_in(values: list[object]) -> Iterator[Row]:
    for value in values:
        if isinstance(value, dict):
            yield value


def _values_of(batch: Row) -> dict[str, float]:
    values: dict[str, float] = {}
    for key, value in batch.items():
        if isinstance(value, bool):
            continue
        if not isinstance(value, int | float):
            continue
        if _is_of_training(key):
            values[key] = value
    return values


def _is_of_training(key: str) -> bool:
    if role(key) != "value":
        return False
    if key.endswith(_SIZE):
        return False
    split = split_of_key(key)
    return split not in _HELD_OUT
