import sqlite3
from contextlib import closing

import pytest
from django.db import connection

from config import health
from config.writes import TRIES, Writes
from dictionary.loading.load import load
from tests.shared_database import moved_to_file
from tests.small_content import small_content

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(transactional_db, tmp_path):
    """The database as a file that another connection can lock."""
    if connection.vendor != "sqlite":
        pytest.skip("SQLite only")
    with moved_to_file(tmp_path) as move:
        move()
        connection.close()
        yield connection.settings_dict["NAME"]
        connection.close()


def test_a_database_that_is_written_takes_writes():
    assert Writes().refusal() == ""


def test_writing_counts_as_possible_while_another_writes(file):
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        assert Writes().refusal() == ""


def test_a_try_leaves_the_file_and_the_waits_as_they_were(file):
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA user_version = 7")
        cursor.execute("PRAGMA busy_timeout = 1234")
        Writes().refusal()

        assert cursor.execute("PRAGMA user_version").fetchone() == (7,)
        assert cursor.execute("PRAGMA busy_timeout").fetchone() == (1234,)


def test_a_file_that_only_reads_says_so(file):
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = ON")
        refusal = Writes().refusal()
        cursor.execute("PRAGMA query_only = OFF")

    assert "readonly" in refusal


class Refused:
    def refusal(self):
        return "database or disk is full"


def test_readyz_says_that_nothing_can_be_written(client, monkeypatch, small_engine):
    load(small_content(), "a" * 64)
    monkeypatch.setattr(health, "writes", Refused())
    response = client.get("/readyz")

    assert response.status_code == 200
    assert response.json()["status"] == "reads only"
    assert response.json()["writes"] == "database or disk is full"


def test_a_refusal_is_looked_for_again_at_once(monkeypatch):
    answers = iter(["full", "", "never asked"])
    monkeypatch.setitem(TRIES, connection.vendor, lambda _: next(answers))
    writes = Writes()

    assert [writes.refusal() for _ in range(3)] == ["full", "", ""]
