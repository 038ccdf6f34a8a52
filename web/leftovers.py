"""Rows that nobody can come back to, deleted by the command `tidy`."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Model, QuerySet

BATCH = 500  # rows a transaction: others write in between


@dataclass(frozen=True)
class Leftover:
    """Rows to delete, with what they are called in the plural."""

    name: str
    rows: QuerySet[Model]


def delete(leftover: Leftover) -> int:
    """Delete the rows, a batch at a time, and return how many there were."""
    model = leftover.rows.model
    deleted = 0
    while keys := list(leftover.rows.values_list("pk", flat=True)[:BATCH]):
        model._default_manager.filter(pk__in=keys).delete()
        deleted += len(keys)
    return deleted
