"""Turn rows into records of the schema, without validation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, TypeVar, cast

from django.db.models import Model

from content import schema

Built = TypeVar("Built", bound=schema.Strict)


def built(
    record: type[Built],
    row: Model,
    **given: Any,
) -> Built:
    """Return the record with the row's columns of the same names, or the given values.

    An empty text becomes None where that is the default of the schema.
    """
    values = {}
    for name, field in record.model_fields.items():
        value = given[name] if name in given else getattr(row, name)
        if field.default is None and value == "":
            value = None
        values[name] = value
    return _constructed(record, values)


def children(
    record: type[Built],
    related: Any,
) -> list[Built]:
    """Return a record for each row of a relation, in order."""
    rows = ordered(related)
    return [built(record, row) for row in rows]


def ordered(related: Any) -> list[Any]:
    """Return the rows of a relation in order, without a query of their own."""
    rows = related.all()
    return sorted(rows, key=place)


def place(row: Any) -> tuple[int, int]:
    """Return the key of the order: rows of one position by primary key."""
    return row.position, row.pk


def listed(
    record: type[Built],
    column: Iterable[dict[str, Any]],
) -> list[Built]:
    """Return a record for each object of a JSON column, in which days are texts."""
    records = []
    for values in column:
        with_days = _with_days(record, values)
        made = _constructed(record, with_days)
        records.append(made)
    return records


def _with_days(
    record: type[schema.Strict],
    values: dict[str, Any],
) -> dict[str, Any]:
    """Return the values with days in place of their texts."""
    with_days = dict(values)
    for name, field in record.model_fields.items():
        is_day = field.annotation is dt.date
        if is_day and name in values:
            text = values[name]
            with_days[name] = dt.date.fromisoformat(text)
    return with_days


def _constructed(
    record: type[Built],
    values: dict[str, Any],
) -> Built:
    constructed = record.model_construct(**values)
    return cast(Built, constructed)
