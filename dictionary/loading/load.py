"""Content into the database: all or nothing, and rows that stay keep their primary keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Model, ProtectedError

from content.content import Content
from dictionary.loading.render import render
from dictionary.loading.tables import TABLES, Row, Table
from dictionary.models import Edition

Key = tuple[object, ...]


@transaction.atomic
def load(content: Content, files_hash: str) -> Edition:
    """Makes the database hold exactly this content, and this edition the one in force."""
    wanted = [(table, _keyed(table, table.rows(content))) for table in TABLES]
    for table, rows in reversed(wanted):
        _delete_vanished(table, rows)
    for table, rows in wanted:
        _write_changed(table, rows)
    edition, _ = Edition.objects.update_or_create(
        content_hash=files_hash,
        defaults={
            "files_hash": files_hash,
            "name": content.name,
            "entries": len(content.failure_modes),
        },
    )
    return edition


def _keyed(table: Table, rows: Iterable[Row]) -> dict[Key, Row]:
    return {tuple(row[column] for column in table.key): row for row in rows}


def _manager(model: type[Model]) -> Any:
    return model._default_manager


def _delete_vanished(table: Table, rows: Mapping[Key, Row]) -> None:
    present = _manager(table.model).values_list("pk", *table.key)
    gone = [pk for pk, *key in present if tuple(key) not in rows]
    if not gone:
        return
    vanished = _manager(table.model).filter(pk__in=gone)
    if table.retired is None:
        vanished.delete()
    else:
        _delete_or_retire(vanished, table.retired)


def _delete_or_retire(vanished: Iterable[Model], retired: Row) -> None:
    """Delete the rows that nothing refers to; the others get the values of `retired`."""
    for row in vanished:
        try:
            row.delete()
        except ProtectedError:
            _manager(type(row)).filter(pk=row.pk).update(**retired)


def _write_changed(table: Table, rows: Mapping[Key, Row]) -> None:
    if not rows:
        return
    columns = list(next(iter(rows.values())))
    present = {
        tuple(row[column] for column in table.key): row
        for row in _manager(table.model).values(*columns)
    }
    parents = {column: _primary_keys(table.model, column) for column in columns if "__" in column}
    changed = [
        _instance(table.model, row, parents) for key, row in rows.items() if present.get(key) != row
    ]
    if not changed:
        return
    key_fields = [column.partition("__")[0] for column in table.key]
    html_fields = [field.name for field in table.model._meta.fields if field.name.endswith("_html")]
    fields = {column.partition("__")[0] for column in columns} - set(key_fields)
    _manager(table.model).bulk_create(
        changed,
        update_conflicts=True,
        unique_fields=key_fields,
        update_fields=[*sorted(fields), *html_fields],
    )


def _primary_keys(model: type[Model], column: str) -> dict[object, object]:
    """Natural key -> primary key of the rows that a column such as chapter__slug may point to."""
    name, _, natural = column.partition("__")
    parent = model._meta.get_field(name).related_model
    return dict(_manager(parent).values_list(natural, "pk"))  # type: ignore[arg-type]


def _instance(
    model: type[Model], row: Row, parents: Mapping[str, Mapping[object, object]]
) -> Model:
    values = {
        f"{column.partition('__')[0]}_id" if column in parents else column: (
            parents[column][value] if column in parents else value
        )
        for column, value in row.items()
    }
    instance = model(**values)
    render(instance)
    return instance
