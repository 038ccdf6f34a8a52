"""Errors of a database that does not answer now: another try may succeed."""

from __future__ import annotations

import sqlite3

from django.db import InterfaceError, OperationalError

AWAY = (OperationalError, InterfaceError)
RETRY_AFTER = 5  # seconds
# Primary result codes of SQLite: locked by another, or a disk that is full, gone or not to be
# written. OperationalError also stands for a query that names no table, which no time heals.
SQLITE_AWAY = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PROTOCOL,
    }
)
PRIMARY = 0xFF  # the bits of the primary code; those above tell more


def is_away(error: BaseException) -> bool:
    """Return whether the error says that the database is away, locked, frozen or full."""
    if not isinstance(error, AWAY):
        return False
    code = getattr(error.__cause__, "sqlite_errorcode", None)
    return code is None or code & PRIMARY in SQLITE_AWAY
