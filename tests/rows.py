"""Rows that a test process makes once and writes again: the models take ten times as long."""

from copy import deepcopy
from functools import cache

from django.db import connection, transaction

SEARCH = "dictionary_search"  # the only table without a model
APPS = ("dictionary_", "quizzes_")


def made_once(make):
    """Return what `make` returns, and leave the database as it does, where it runs once.

    `make` takes nothing, and works on a database that nothing was put into. PostgreSQL numbers rows
    by sequences, which a rollback does not turn back: there everything is made each time.
    """
    return make() if connection.vendor != "sqlite" else _kept(make).again()


@cache
def _kept(make):
    return Kept(make)


class Kept:
    """What a function returned, and all rows of each table that it changed."""

    def __init__(self, make):
        before = _tables()
        self.made = make()
        self.tables = {name: rows for name, rows in _tables().items() if rows != before[name]}
        self.is_written = True

    def again(self):
        if not self.is_written:
            self._write()
        self.is_written = False  # by the next test
        return deepcopy(self.made)

    def _write(self):
        with transaction.atomic(), connection.cursor() as cursor:
            for name, rows in self.tables.items():
                places = ", ".join(["%s"] * len(rows[0])) if rows else ""
                cursor.execute(f'DELETE FROM "{name}"')  # noqa: S608 (names of our tables)
                cursor.executemany(f'INSERT INTO "{name}" VALUES ({places})', rows)  # noqa: S608


def _tables():
    """Return the rows of every table of the dictionary and the quizzes, by its name."""
    names = connection.introspection.django_table_names(only_existing=True)
    ours = [name for name in names if name.startswith(APPS)]
    with connection.cursor() as cursor:
        return {name: _rows(cursor, name) for name in (*ours, SEARCH)}


def _rows(cursor, name):
    cursor.execute(f'SELECT * FROM "{name}"')  # noqa: S608 (names of our tables)
    return cursor.fetchall()
