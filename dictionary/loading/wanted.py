"""The rows that a table is to hold, and what is made of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Model

from content.content import Content
from dictionary.loading.derived import DERIVED_ENDINGS, fill_derived_fields
from dictionary.loading.tables import Table
from dictionary.loading.types import Row

Key = tuple[object, ...]
KeyedRows = dict[Key, Row]
Derived = dict[str, Any]  # field -> its value


class Wanted:
    """The rows that a table is to hold, by key, and the derived fields that are made so far."""

    def __init__(
        self,
        table: Table,
        content: Content,
    ) -> None:
        rows = table.rows(content)
        self.table = table
        self.rows = _keyed(table, rows)
        self._derived: dict[Key, Derived] = {}

    def prepare(self) -> None:
        """Render and draw what the rows that differ now need, before anyone waits for it."""
        for key in self.changed():
            made = self._made(key)
            self._derived[key] = made

    def changed(self) -> list[Key]:
        """Return the keys of the rows that the database lacks or has with other values."""
        return _changed(self.table, self.rows)

    def derived(self, key: Key) -> Derived:
        """Return the derived fields of a row, made now if it did not differ before."""
        if key in self._derived:
            return self._derived[key]
        return self._made(key)

    def _made(self, key: Key) -> Derived:
        row = self.rows[key]
        model = self.table.model
        instance = model()
        for name, value in row.items():
            if "__" not in name:
                setattr(instance, name, value)
        fill_derived_fields(instance)
        return _derived_of(instance)


def _derived_of(instance: Model) -> Derived:
    names = derived_fields(type(instance))
    return {name: getattr(instance, name) for name in names}


def _keyed(table: Table, rows: Iterable[Row]) -> KeyedRows:
    """Return the rows of a table by the values of its key."""
    keyed = {}
    for row in rows:
        values = [row[column] for column in table.key]
        key = tuple(values)
        keyed[key] = row
    return keyed


def _changed(
    table: Table,
    rows: KeyedRows,
) -> list[Key]:
    if not rows:
        return []
    every = iter(rows.values())
    first = next(every)
    manager = manager_of(table.model)
    stored = manager.values(*first)
    present = _keyed(table, stored)
    changed = []
    for key, row in rows.items():
        stored_row = present.get(key)
        if row != stored_row:
            changed.append(key)
    return changed


def derived_fields(model: type[Model]) -> list[str]:
    """Return the names of the fields that are made from others."""
    fields = model._meta.fields
    names = [field.name for field in fields]
    return [name for name in names if name.endswith(DERIVED_ENDINGS)]


def manager_of(model: type[Model]) -> Any:
    """Return the manager that reaches every row."""
    return model._default_manager
