"""Make a database hold exactly what a backup holds, or leave it as it is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from django.core import serializers
from django.core.management.color import no_style
from django.core.serializers.base import DeserializationError, DeserializedObject
from django.db import DatabaseError, connection, transaction
from django.db.models import Model

from dictionary.search import rebuild_index
from operations.backup.archive import Reader, reading
from operations.backup.manifest import BackupError, Manifest, Part, refuse_other_tables
from operations.backup.parts import filled_models, label, models_of_backup

NAMED = 5  # filled models that a message names


def restore(path: Path, overwrite: bool = False) -> Manifest:
    """Replace all rows by those of the backup, in one transaction.

    Raises BackupError for a backup that is not whole or of other tables, and for a database that
    is in use unless `overwrite` is set.
    """
    with reading(path) as backup:
        refuse_other_tables(backup.manifest)
        _refuse_unknown_models(backup.manifest)
        if not overwrite:
            _refuse_filled()
        try:
            with transaction.atomic():
                _replace_rows(backup)
        except (DatabaseError, DeserializationError) as error:
            raise BackupError(f"Nothing was restored: {error}") from error
        return backup.manifest


def _refuse_unknown_models(manifest: Manifest) -> None:
    here = {label(model) for model in models_of_backup()}
    saved = {part.model for part in manifest.parts}
    if here != saved:
        differing = ", ".join(sorted(here ^ saved))
        raise BackupError(f"The backup and this version differ in what they keep: {differing}.")


def _refuse_filled() -> None:
    filled = filled_models()
    if filled:
        names = ", ".join(filled[:NAMED])
        raise BackupError(
            f"The database is in use: it has rows of {names}. Restore into a new one, or replace "
            "everything in this one with --overwrite."
        )


def _replace_rows(backup: Reader) -> None:
    """Foreign keys are checked at the end of the transaction, so that any order will do."""
    models = models_of_backup()
    by_label = {label(model): model for model in models}
    _delete_rows(models)
    for part in backup.manifest.parts:
        _insert_rows(backup, part)
    _go_on_counting(by_label.values())
    connection.check_constraints()
    rebuild_index()


def _delete_rows(models: Iterable[type[Model]]) -> None:
    with connection.cursor() as cursor:
        for table in _tables(models):
            quoted = connection.ops.quote_name(table)
            cursor.execute(f"DELETE FROM {quoted}")  # noqa: S608 (a table of our models)


def _tables(models: Iterable[type[Model]]) -> list[str]:
    """Return the tables of the models and of their many-to-many relations."""
    tables = []
    for model in models:
        meta = model._meta
        tables.append(meta.db_table)
        for field in meta.local_many_to_many:
            through = field.remote_field.through
            if through is not None and through._meta.auto_created:
                tables.append(through._meta.db_table)
    return tables


def _insert_rows(backup: Reader, part: Part) -> None:
    with backup.lines(part) as lines:
        inserted = 0
        for row in serializers.deserialize("jsonl", lines):
            _insert(row)
            inserted += 1
    if inserted != part.rows:
        raise BackupError(f"{inserted} of {part.rows} rows of {part.model} could be read.")


def _insert(row: DeserializedObject) -> None:
    """Write a row as it was saved, its times included, which saving would set anew."""
    row.save(force_insert=True)


def _go_on_counting(models: Iterable[type[Model]]) -> None:
    """Let new rows get keys behind those that were restored."""
    statements = connection.ops.sequence_reset_sql(no_style(), list(models))
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
