"""The lock keeps others out, of the same machine for SQLite and of all machines for PostgreSQL."""

import fcntl
from contextlib import contextmanager

import pytest
from django.core.management import call_command
from django.db import connection, connections

from dictionary.loading import one_at_a_time as module
from dictionary.loading.one_at_a_time import LOCK, one_at_a_time
from dictionary.management.commands import migrate


def is_free(path):
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def test_a_file_beside_the_database_is_locked(db, tmp_path):
    path = tmp_path / "site.sqlite3.lock"

    with module._file_lock(path):
        assert not is_free(path)

    assert is_free(path)


def test_an_error_inside_frees_the_lock(db, tmp_path):
    path = tmp_path / "site.sqlite3.lock"

    with pytest.raises(LookupError), module._file_lock(path):
        raise LookupError

    assert is_free(path)


def is_free_for_another_connection():
    other = connections.create_connection("default")
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
            return cursor.fetchone()[0]
    finally:
        other.close()


@pytest.mark.postgres
def test_the_database_itself_is_locked(db):
    with one_at_a_time():
        assert not is_free_for_another_connection()

    assert is_free_for_another_connection()


def test_a_database_in_memory_is_of_one_process(db):
    if connection.vendor == "sqlite":
        with one_at_a_time(), one_at_a_time():
            pass


def test_migrations_run_inside(db, monkeypatch):
    told = []

    @contextmanager
    def lock():
        told.append("locked")
        yield
        told.append("free")

    monkeypatch.setattr(migrate, "one_at_a_time", lock)
    monkeypatch.setattr(
        migrate.migrate.Command, "handle", lambda *args, **options: told.append("migrated")
    )

    call_command("migrate")

    assert told == ["locked", "migrated", "free"]
