import sqlite3
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.errors import ReadError
from engine.read.stores import database as module
from engine.read.stores.database import opened


def made(*statements):
    connection = sqlite3.connect(":memory:")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    return connection.serialize()


def rows(content, table, columns):
    with opened("x", content) as database:
        return list(database.rows(table, columns)), database


def test_tables_and_rows():
    content = made('CREATE TABLE "a ""b" (k, v)', 'INSERT INTO "a ""b" VALUES (\'x\', 1.5)')

    found, database = rows(content, 'a "b', ["k", "v"])
    assert found == [("x", 1.5)]
    assert database.tables == {'a "b': ["k", "v"]}


def test_database_with_a_write_ahead_log_is_opened():
    content = bytearray(made("CREATE TABLE a (k)", "INSERT INTO a VALUES (1)"))
    content[18:20] = b"\x02\x02"

    assert rows(bytes(content), "a", ["k"])[0] == [(1,)]


def test_views_and_virtual_tables_are_no_tables():
    content = made("CREATE TABLE a (k)", "CREATE VIEW v AS SELECT k FROM a")

    with opened("x", content) as database:
        assert list(database.tables) == ["a"]


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM a",
        "ATTACH ':memory:' AS b",
        "PRAGMA query_only = OFF",
        "SELECT load_extension('x')",
    ],
)
def test_everything_but_reading_is_refused(statement):
    content = made("CREATE TABLE a (k)")

    with pytest.raises(ReadError, match="cannot be read"), opened("x", content) as database:
        database._connection.execute(statement)


def test_statement_that_runs_long_is_ended(monkeypatch):
    monkeypatch.setattr(module, "_STEPS_PER_CALL", 10)
    monkeypatch.setattr(module, "_MAX_CALLS", 50)
    content = made("CREATE TABLE a (k)", *["INSERT INTO a VALUES (1)"] * 5000)

    found, database = rows(content, "a", ["k"])
    assert len(found) < 5000
    assert database.broken == ["a"]


def test_rows_beyond_the_limit_are_not_read(monkeypatch):
    monkeypatch.setattr(module, "MAX_ROWS", 1)

    assert (
        len(rows(made("CREATE TABLE a (k)", "INSERT INTO a VALUES (1), (2)"), "a", ["k"])[0]) == 1
    )


def test_broken_database_is_refused():
    content = made("CREATE TABLE a (k)")[:100]

    with pytest.raises(ReadError, match="SQLite database that cannot"), opened("x", content):
        pass


@given(st.binary(max_size=40), st.integers(0, 8100))
def test_any_damage_is_read_or_refused(damage, place):
    content = bytearray(made("CREATE TABLE a (k, v)", "INSERT INTO a VALUES ('x', 1.5)"))
    content[place : place + len(damage)] = damage
    with suppress(ReadError), opened("x", bytes(content)) as database:
        for table, columns in database.tables.items():
            list(database.rows(table, columns))
