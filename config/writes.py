"""Whether the database takes what is written: a full disk lets readers go on as if nothing were."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable

from django.db import connection
from django.db.backends.utils import CursorWrapper

from web.away import AWAY, PRIMARY

EVERY = 1.0  # seconds that a write that went well is believed: probes come often, and it costs one
WRITABLE = ""


class Writes:
    """What a process knows about writing."""

    def __init__(self) -> None:
        self._believed_until = 0.0

    def refusal(self) -> str:
        """Return why nothing can be written now; "" where something can.

        Raises the database's error where it cannot be asked.
        """
        now = time.monotonic()
        if now < self._believed_until:
            return WRITABLE
        with connection.cursor() as cursor:
            refused = TRIES[connection.vendor](cursor)
        if not refused:
            self._believed_until = now + EVERY
        return refused


def _sqlite(cursor: CursorWrapper) -> str:
    """Write a number of the file anew that nobody uses. Do not wait for another writer."""
    [wait] = cursor.execute("PRAGMA busy_timeout").fetchone()
    [version] = cursor.execute("PRAGMA user_version").fetchone()
    cursor.execute("PRAGMA busy_timeout = 0")
    try:
        cursor.execute(f"PRAGMA user_version = {version}")
    except AWAY as error:
        return WRITABLE if _is_busy(error) else str(error)
    finally:
        cursor.execute(f"PRAGMA busy_timeout = {wait}")
    return WRITABLE


def _is_busy(error: Exception) -> bool:
    """Return whether another writes at this moment, so that writing is possible."""
    code = getattr(error.__cause__, "sqlite_errorcode", sqlite3.SQLITE_OK)
    return code & PRIMARY in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _postgresql(cursor: CursorWrapper) -> str:
    """Ask: a standby and a server that was set so take none. A full disk ends the server."""
    cursor.execute("SHOW default_transaction_read_only")
    [is_set] = cursor.fetchone()
    cursor.execute("SELECT pg_is_in_recovery()")
    [is_standby] = cursor.fetchone()
    if is_standby or is_set == "on":
        return "the server only reads"
    return WRITABLE


TRIES: dict[str, Callable[[CursorWrapper], str]] = {
    "sqlite": _sqlite,
    "postgresql": _postgresql,
}
