"""Rows of a document: lists of like objects, in every shape in which tables are stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from engine.names import normalized
from engine.read.documents.fields import is_metric, role, says_position
from engine.read.documents.flatten import flat_row
from engine.read.documents.points import counted_keys
from engine.read.parts.names import Names

Row = Mapping[str, object]

_CHECKED_ROWS = 50
_LEAST_PLAIN_ROWS = 3  # rows of unknown numbers alone
# Lists of examples or parts of a model: their order is no time.
_NO_TIME = frozenset(
    {
        "case", "cases", "sample", "samples", "example", "examples", "prediction", "predictions",
        "image", "images", "annotation", "annotations", "layer", "layers", "node", "nodes",
        "categories",
    }
)  # fmt: skip
_METRICS_SUFFIX = "_metrics"
_SETS_SUFFIX = "_sets"


def are_rows(
    value: object,
    key: str,
    names: Names | None,
) -> bool:
    """Return whether the list holds logged rows: objects with a position or with metrics."""
    if not isinstance(value, list) or not value or set(map(type, value)) != {dict}:
        return False
    if not _NO_TIME.isdisjoint(normalized(key).split("_")):
        return False
    fields: set[str] = set()
    for row in value[:_CHECKED_ROWS]:
        fields.update(flat_row(row).numbers)
    if any(says_position(name) or is_metric(name, names) for name in fields):
        return True
    return not key and len(value) >= _LEAST_PLAIN_ROWS and bool(fields)


def rows_of_table(mapping: Row) -> list[Row] | None:
    """Return the rows of {"columns": [...], "data": [[...], ...]} (pandas, orient split)."""
    columns = mapping.get("columns")
    data = mapping.get("data")
    if not isinstance(columns, list) or not isinstance(data, list) or not data:
        return None
    if not all(isinstance(row, list) and len(row) == len(columns) for row in data):
        return None
    names = [name if isinstance(name, str) else str(name) for name in columns]
    return [
        dict(
            zip(
                names,
                row,
                strict=True,
            )
        )
        for row in data
    ]


def rows_of_counted(mapping: Row) -> list[Row] | None:
    """Return the rows of {"epoch_1": {...}, "epoch_2": {...}} (pandas, orient index)."""
    if not all(isinstance(value, dict) for value in mapping.values()):
        return None
    counted = counted_keys(mapping)
    if counted is None:
        return None
    rows: list[Row] = []
    for key, number in zip(
        counted.keys,
        counted.numbers,
        strict=True,
    ):
        row = mapping[key]
        if not isinstance(row, dict) or not _has_scalars(row):
            return None
        has_position = counted.x_name == "index" or any(map(says_position, row))
        position = {} if has_position else {counted.x_name: float(number)}
        rows.append({**position, **row})
    return rows


def _has_scalars(row: Row) -> bool:
    return any(not isinstance(value, list) for value in flat_values(row))


def flat_values(row: Row) -> Iterable[object]:
    """Yield the values of a row and of the objects directly in it."""
    for value in row.values():
        if isinstance(value, dict):
            yield from value.values()
        else:
            yield value


def rows_of_sets(mapping: Row) -> list[Row] | None:
    """Return the rows of CatBoost's training log.

    It names the metrics and the sets once, in `meta`, and gives a list of numbers for each set.
    """
    meta = mapping.get("meta")
    iterations = mapping.get("iterations")
    if not isinstance(meta, dict) or not isinstance(iterations, list):
        return None
    metrics = _metrics_of_sets(meta)
    if not metrics:
        return None
    return [_named_row(row, metrics) for row in iterations if isinstance(row, dict)]


def _metrics_of_sets(meta: Row) -> dict[str, list[str]]:
    """Return the names of the metrics of each set."""
    metrics: dict[str, list[str]] = {}
    for key, sets in meta.items():
        if not key.endswith(_SETS_SUFFIX) or not isinstance(sets, list):
            continue
        described = meta.get(key.removesuffix(_SETS_SUFFIX) + _METRICS_SUFFIX)
        if not isinstance(described, list):
            continue
        names = [
            str(each.get("name"))
            for each in described
            if isinstance(
                each,
                dict,
            )
        ]
        metrics |= {
            name: names
            for name in sets
            if isinstance(
                name,
                str,
            )
        }
    return metrics


def _named_row(
    row: Row,
    metrics: Mapping[str, list[str]],
) -> dict[str, object]:
    named: dict[str, object] = {}
    for key, value in row.items():
        names = metrics.get(key)
        if names is not None and isinstance(
            value,
            list,
        ):
            named |= {
                f"{key}/{name}": each
                for name, each in zip(
                    names,
                    value,
                    strict=False,
                )
            }
        elif role(key) != "none":
            named[key] = value
    return named
