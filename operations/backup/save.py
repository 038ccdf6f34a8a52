"""Save every row as it is at one moment, while the site goes on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from django.conf import settings
from django.core import serializers
from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone

from dictionary.editions import edition_in_force
from operations.backup.archive import WholeTimes, Writer, reading, writing
from operations.backup.manifest import BackupError, Manifest, applied_migrations
from operations.backup.parts import label, models_of_backup

ROWS_AT_ONCE = 1000


def save(path: Path) -> Manifest:
    """Write a backup to a new file and read it back. Raises BackupError."""
    with writing(path) as backup, snapshot():
        for model in models_of_backup():
            _save_rows(backup, model)
        edition = edition_in_force()
        manifest = Manifest(
            version=code_version(),
            made=timezone.now().isoformat(),
            database=connection.vendor,
            edition=str(edition or ""),
            migrations=applied_migrations(),
            settings=settings_that_are_set(),
            parts=backup.parts,
        )
        backup.manifest(manifest)
    with reading(path) as written:
        return written.manifest


@contextmanager
def snapshot() -> Iterator[None]:
    """Let all queries see the database of one moment, without holding writers off."""
    if connection.in_atomic_block:
        raise BackupError("a backup needs a transaction of its own")
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield
        return
    # atomic() would begin IMMEDIATE on SQLite, which takes the lock of writers.
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def _save_rows(backup: Writer, model: type[Model]) -> None:
    rows = model._base_manager.order_by("pk").iterator(chunk_size=ROWS_AT_ONCE)
    with backup.part(label(model)) as stream:
        serializers.serialize(
            "jsonl",
            rows,
            stream=stream,
            use_natural_foreign_keys=True,
            cls=WholeTimes,
        )


def settings_that_are_set() -> list[str]:
    """Return the names of the settings that the environment gives a value, never the values."""
    return sorted(name for name in settings.ENVIRONMENT if os.environ.get(name, "").strip())


def code_version() -> str:
    """Return the version of the code: of the package where it is installed, else of the file."""
    try:
        return version("lossary")
    except PackageNotFoundError:
        import tomllib

        project = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text())["project"]
        return str(project["version"])
