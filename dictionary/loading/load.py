"""Load content into the database: all or nothing. Rows that stay keep their primary keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.db.models import Model, ProtectedError

from content.content import Content
from dictionary.loading.tables import TABLES, Table
from dictionary.loading.types import Row
from dictionary.loading.wanted import Key, KeyedRows, Wanted, derived_fields, manager_of
from dictionary.models import Edition

Parents = dict[str, dict[object, object]]  # column such as chapter__slug -> its primary keys


def load(content: Content, files_hash: str) -> Edition:
    """Make this the content of the database, and its edition the one in force."""
    return write(prepared(content), content, files_hash)


def prepared(content: Content) -> list[Wanted]:
    """Make what takes long, while readers and writers go on: call it outside a transaction."""
    wanted = [Wanted(table, content) for table in TABLES]
    for each in wanted:
        each.prepare()
    return wanted


@transaction.atomic
def write(
    wanted: Sequence[Wanted],
    content: Content,
    files_hash: str,
) -> Edition:
    """Write what differs, and put the edition in force.

    Vanished rows are deleted first, children before parents, so that their names are free.
    """
    for each in reversed(wanted):
        _delete_vanished(each.table, each.rows)
    for each in wanted:
        _write_changed(each)

    edition, _ = Edition.objects.update_or_create(
        content_hash=files_hash,
        defaults={
            "files_hash": files_hash,
            "name": content.name,
            "entries": len(content.failure_modes),
        },
    )
    return edition


def _delete_vanished(table: Table, rows: KeyedRows) -> None:
    """Delete or retire the rows of the database whose keys the content no longer has."""
    manager = manager_of(table.model)
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
            manager = manager_of(type(row))
            manager.filter(pk=row.pk).update(**retired)


def _write_changed(wanted: Wanted) -> None:
    """Write the rows that the database lacks or has with other values."""
    changed = wanted.changed()
    if not changed:
        return

    table = wanted.table
    model = table.model
    columns = list(wanted.rows[changed[0]])
    parents = _parents(model, columns)
    instances = [_instance(wanted, key, parents) for key in changed]
    key_fields = [_field(column) for column in table.key]
    other_fields = set(map(_field, columns))
    other_fields.difference_update(key_fields)
    manager_of(model).bulk_create(
        instances,
        update_conflicts=True,
        unique_fields=key_fields,
        update_fields=[
            *sorted(other_fields),
            *derived_fields(model),
        ],
    )


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


def _primary_keys(model: type[Model], column: str) -> dict[object, object]:
    """Return natural key -> primary key of the rows that a foreign key may point to."""
    name, _, natural = column.partition("__")
    parent = model._meta.get_field(name).related_model
    manager = manager_of(parent)  # type: ignore[arg-type]
    pairs = manager.values_list(natural, "pk")
    return dict(pairs)


def _instance(
    wanted: Wanted,
    key: Key,
    parents: Parents,
) -> Model:
    """Return the unsaved instance of a row, with its derived fields."""
    values = wanted.derived(key)
    for column, value in wanted.rows[key].items():
        if column in parents:
            attribute = f"{_field(column)}_id"
            values[attribute] = parents[column][value]
        else:
            values[column] = value
    return wanted.table.model(**values)
