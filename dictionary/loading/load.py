"""Load content into the database: all or nothing. Rows that stay keep their primary keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Model, ProtectedError

from content.content import Content
from dictionary.loading.derived import DERIVED_ENDINGS, fill_derived_fields
from dictionary.loading.tables import TABLES, Table
from dictionary.loading.types import Row
from dictionary.models import Edition

Key = tuple[object, ...]
KeyedRows = dict[Key, Row]
Parents = dict[str, dict[object, object]]  # column such as chapter__slug -> its primary keys


@transaction.atomic
def load(content: Content, files_hash: str) -> Edition:
    """Make this the content of the database, and its edition the one in force.

    Vanished rows are deleted first, children before parents, so that their names are free.
    """
    wanted = []
    for table in TABLES:
        rows = table.rows(content)
        wanted.append((table, _keyed(table, rows)))

    for table, keyed in reversed(wanted):
        _delete_vanished(table, keyed)
    for table, keyed in wanted:
        _write_changed(table, keyed)

    edition, _ = Edition.objects.update_or_create(
        content_hash=files_hash,
        defaults={
            "files_hash": files_hash,
            "name": content.name,
            "entries": len(content.failure_modes),
        },
    )
    return edition


def _keyed(table: Table, rows: Iterable[Row]) -> KeyedRows:
    """Return the rows of a table by the values of its key."""
    keyed = {}
    for row in rows:
        values = [row[column] for column in table.key]
        keyed[tuple(values)] = row
    return keyed


def _manager(model: type[Model]) -> Any:
    """Return the manager that reaches every row."""
    return model._default_manager


def _delete_vanished(table: Table, rows: KeyedRows) -> None:
    """Delete or retire the rows of the database whose keys the content no longer has."""
    manager = _manager(table.model)
    present = manager.values_list("pk", *table.key)
    vanished_pks = []
    for pk, *key in present:
        if tuple(key) not in rows:
            vanished_pks.append(pk)
    if not vanished_pks:
        return

    vanished = manager.filter(pk__in=vanished_pks)
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
            manager = _manager(type(row))
            manager.filter(pk=row.pk).update(**retired)


def _write_changed(table: Table, rows: KeyedRows) -> None:
    """Write the rows that the database lacks or has with other values.

    Derived fields are made anew for these rows only.
    """
    changed = _changed(table, rows)
    if not changed:
        return

    model = table.model
    columns = list(changed[0])
    parents = _parents(model, columns)
    instances = [_instance(model, row, parents) for row in changed]
    key_fields = [_field(column) for column in table.key]
    other_fields = set(map(_field, columns))
    other_fields.difference_update(key_fields)
    _manager(model).bulk_create(
        instances,
        update_conflicts=True,
        unique_fields=key_fields,
        update_fields=[
            *sorted(other_fields),
            *_derived_fields(model),
        ],
    )


def _changed(table: Table, rows: KeyedRows) -> list[Row]:
    """Return the rows that the database lacks or has with other values."""
    if not rows:
        return []
    first = next(iter(rows.values()))
    manager = _manager(table.model)
    stored = manager.values(*first)
    present = _keyed(table, stored)
    changed = []
    for key, row in rows.items():
        if row != present.get(key):
            changed.append(row)
    return changed


def _field(column: str) -> str:
    """Return the field of a column: chapter for chapter__slug."""
    name, _, _ = column.partition("__")
    return name


def _parents(model: type[Model], columns: Iterable[str]) -> Parents:
    """Return the primary keys of the rows that each foreign key may point to."""
    parents = {}
    for column in columns:
        if "__" in column:
            parents[column] = _primary_keys(model, column)
    return parents


def _derived_fields(model: type[Model]) -> list[str]:
    """Return the names of the fields that are made from others."""
    fields = model._meta.fields
    names = [field.name for field in fields]
    return [name for name in names if name.endswith(DERIVED_ENDINGS)]


def _primary_keys(model: type[Model], column: str) -> dict[object, object]:
    """Return natural key -> primary key of the rows that a foreign key may point to."""
    name, _, natural = column.partition("__")
    parent = model._meta.get_field(name).related_model
    manager = _manager(parent)  # type: ignore[arg-type]
    pairs = manager.values_list(natural, "pk")
    return dict(pairs)


def _instance(
    model: type[Model],
    row: Row,
    parents: Parents,
) -> Model:
    """Return the unsaved instance of a row, with its derived fields."""
    values = {}
    for column, value in row.items():
        if column in parents:
            attribute = f"{_field(column)}_id"
            values[attribute] = parents[column][value]
        else:
            values[column] = value
    instance = model(**values)
    fill_derived_fields(instance)
    return instance
