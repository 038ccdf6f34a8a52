"""Let one process at a time change the tables or the content; the others wait for it."""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from django.db import connection

LOCK = 0x4C4F5353  # of PostgreSQL, by agreement of our processes: "LOSS"
PATIENCE = 60_000  # ms that SQLite waits for writers of the site


def one_at_a_time() -> AbstractContextManager[None]:
    """Wait until no other process is inside, and keep the others out until the end.

    The lock is gone with the process, however that ends.
    """
    lock = LOCKS[connection.vendor]
    return lock()


@contextmanager
def _postgresql() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


def _sqlite() -> AbstractContextManager[None]:
    name = str(connection.settings_dict["NAME"])
    if connection.is_in_memory_db():  # type: ignore[attr-defined]
        return nullcontext()
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {PATIENCE}")
    return _file_lock(Path(f"{name}.lock"))


@contextmanager
def _file_lock(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


LOCKS: dict[str, Callable[[], AbstractContextManager[None]]] = {
    "sqlite": _sqlite,
    "postgresql": _postgresql,
}
