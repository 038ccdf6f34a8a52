"""A SQLite database as a reader may use it: in memory, for reading only, within bounds.

A database can hold views and triggers that its author wrote, so only plain tables are read, an
authorizer refuses everything but SELECT on them, and a handler ends a statement that runs long.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from engine.read.errors import ReadError

START = b"SQLite format 3\0"
MAX_ROWS = 500_000  # of a table
_MAX_TABLES = 200
_VERSIONS_AT = 18  # two bytes: 2 for a database with a write-ahead log, 1 for one without
_WITHOUT_LOG = b"\x01\x01"
_HEADER_BYTES = 100
_STEPS_PER_CALL = 100_000  # instructions of SQLite between two calls of the handler
_MAX_CALLS = 2000
_LONGEST_CELL = 1_000_000  # bytes
_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ}

_PLAIN_TABLE = "CREATE TABLE"
_BROKEN = (sqlite3.Error, OverflowError, ValueError)

Row = tuple[object, ...]


class Database:
    """Plain tables of an open database: name -> names of its columns.

    broken: tables that could not be read to their end.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.broken: list[str] = []
        self._connection = connection
        names = self._names()
        self.tables = {name: self._columns(name) for name in names}

    def rows(
        self,
        table: str,
        columns: list[str],
    ) -> Iterator[Row]:
        """Yield the values of the columns, row by row."""
        quoted = map(_quoted, columns)
        chosen = ", ".join(quoted)
        query = f"SELECT {chosen} FROM {_quoted(table)} LIMIT {MAX_ROWS}"  # noqa: S608  # quoted
        try:
            yield from self._connection.execute(query)
        except _BROKEN:
            self.broken.append(table)

    def _names(self) -> list[str]:
        """Return the plain tables: a virtual one runs code of an extension."""
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'table' LIMIT ?"
        cursor = self._connection.execute(query, [_MAX_TABLES])
        rows = cursor.fetchall()
        return [name for name, sql in rows if _is_plain(sql)]

    def _columns(self, table: str) -> list[str]:
        query = f"SELECT * FROM {_quoted(table)} LIMIT 0"  # noqa: S608  # quoted
        try:
            cursor = self._connection.execute(query)
        except _BROKEN:
            return []
        return [column[0] for column in cursor.description]


@contextmanager
def opened(name: str, content: bytes) -> Iterator[Database]:
    """Open the bytes of a database; nothing is written. Raises ReadError for a broken one."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(_without_log(content))
        _bound(connection)
        yield Database(connection)
    except _BROKEN as error:
        detail = f"is a SQLite database that cannot be read: {error}"
        raise ReadError((name, detail)) from error
    finally:
        connection.close()


def _without_log(content: bytes) -> bytes:
    """Return the database without its mark of a write-ahead log, which a lone file has not."""
    header = bytearray(content[:_HEADER_BYTES])
    header[_VERSIONS_AT : _VERSIONS_AT + 2] = _WITHOUT_LOG
    return bytes(header) + content[_HEADER_BYTES:]


def _bound(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_CELL)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.text_factory = _text
    connection.set_authorizer(_authorized)
    calls = iter(range(_MAX_CALLS))

    def is_over() -> bool:
        return next(calls, None) is None

    connection.set_progress_handler(is_over, _STEPS_PER_CALL)


def _text(content: bytes) -> str:
    return content.decode("utf-8", errors="replace")


def _is_plain(sql: object) -> bool:
    statement = str(sql).upper()
    return statement.startswith(_PLAIN_TABLE)


def _authorized(action: int, *_: str | None) -> int:
    if action in _ALLOWED:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def _quoted(name: str) -> str:
    doubled = name.replace('"', '""')
    return f'"{doubled}"'
