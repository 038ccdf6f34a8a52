"""The first thing that is read of a backup: what made it, and the checksum of each part."""

from __future__ import annotations

from typing import Literal

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from pydantic import BaseModel, ConfigDict, Field

FORMAT: Literal[1] = 1


class BackupError(Exception):
    """A backup that cannot be made, read or restored; the text says what to do."""


class Part(BaseModel):
    """All rows of a model, as lines of JSON."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    model: str
    rows: int = Field(
        ge=0,
    )
    sha256: str = Field(
        pattern="[0-9a-f]{64}",
    )

    @property
    def file(self) -> str:
        return f"rows/{self.model}.jsonl"


class Manifest(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    product: Literal["lossary"] = "lossary"
    format: Literal[1] = FORMAT
    version: str
    made: str
    database: str
    edition: str
    migrations: dict[str, list[str]]
    settings: list[str]  # names of those that were set, never their values
    parts: list[Part]

    @property
    def rows(self) -> int:
        counts = [part.rows for part in self.parts]
        return sum(counts)


def applied_migrations() -> dict[str, list[str]]:
    """Return the migrations of each app that the database has had, in order of their names."""
    by_app: dict[str, list[str]] = {}
    recorder = MigrationRecorder(connection)
    applied = recorder.applied_migrations()
    for app, name in sorted(applied):
        names = by_app.setdefault(app, [])
        names.append(name)
    return by_app


def refuse_other_tables(manifest: Manifest) -> None:
    """Raise BackupError unless the database has the very tables of the backup."""
    executor = MigrationExecutor(connection)
    graph = executor.loader.graph
    newest = graph.leaf_nodes()
    if executor.migration_plan(newest):
        raise BackupError("The database is not migrated. Run: manage.py migrate")
    here = applied_migrations()
    if here == manifest.migrations:
        return
    differing = _differing(here, manifest.migrations)
    other = ", ".join(differing)
    raise BackupError(
        f"The backup was made by version {manifest.version}, with other tables of {other}. "
        "Restore it with that version into a new database, then upgrade the database with this "
        "one: manage.py migrate"
    )


def _differing(here: dict[str, list[str]], there: dict[str, list[str]]) -> list[str]:
    apps = here.keys() | there.keys()
    differing = [app for app in apps if here.get(app) != there.get(app)]
    return sorted(differing)
