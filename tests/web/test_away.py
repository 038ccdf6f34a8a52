import sqlite3

import pytest
from django.db import DataError, InterfaceError, OperationalError, ProgrammingError

from web.away import is_away


def of_sqlite(code):
    cause = sqlite3.OperationalError()
    cause.sqlite_errorcode = code
    error = OperationalError("from SQLite")
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    "error",
    [
        OperationalError("connection refused"),
        InterfaceError("connection already closed"),
        of_sqlite(sqlite3.SQLITE_BUSY),
        of_sqlite(sqlite3.SQLITE_BUSY_SNAPSHOT),
        of_sqlite(sqlite3.SQLITE_FULL),
    ],
)
def test_another_try_may_succeed(error):
    assert is_away(error)


@pytest.mark.parametrize(
    "error",
    [of_sqlite(sqlite3.SQLITE_ERROR), DataError(), ProgrammingError(), ValueError()],
)
def test_no_time_heals_a_fault_of_the_program(error):
    assert not is_away(error)
