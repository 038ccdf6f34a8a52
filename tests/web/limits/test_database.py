import sqlite3
from contextlib import closing

import pytest
from django.db import OperationalError, connection

from tests.threads import in_threads
from web.limits import database
from web.limits.count import Count
from web.models import RequestCount

NOW = 1_800_000_000.0
MINUTE = 60


@pytest.mark.django_db
def test_a_period_begins_with_its_first_request():
    counts = [database.add("a", MINUTE, NOW + second) for second in (0, 1, 59)]

    assert counts == [Count(1, NOW), Count(2, NOW), Count(3, NOW)]
    assert database.add("a", MINUTE, NOW + 60) == Count(1, NOW + 60)


@pytest.mark.django_db
def test_each_key_has_its_own_count():
    assert database.add("a", MINUTE, NOW).times == 1
    assert database.add("b", MINUTE, NOW).times == 1


@pytest.mark.django_db
def test_rows_of_old_periods_are_forgotten():
    database.add("a", MINUTE, NOW)
    database.add("b", MINUTE, NOW + database.LONGEST_PERIOD + 1)

    assert list(RequestCount.objects.values_list("key", flat=True)) == ["b"]


@pytest.fixture
def shared_by_threads(transactional_db, tmp_path):
    """A file for SQLite, so that every thread can connect."""
    if connection.vendor != "sqlite":
        yield
        return
    settings, memory = connection.settings_dict, connection.settings_dict["NAME"]
    with closing(sqlite3.connect(tmp_path / "race.sqlite3")) as file:
        connection.connection.backup(file)
        file.execute("PRAGMA journal_mode=WAL")
    settings["NAME"] = str(tmp_path / "race.sqlite3")
    yield tmp_path / "race.sqlite3"
    settings["NAME"] = memory


def test_no_two_requests_at_once_get_the_same_count(shared_by_threads, monkeypatch):
    monkeypatch.setattr(database, "PATIENCE", 30_000)  # a busy machine is no reason to give up here

    def several():
        return [database.add("a", MINUTE, NOW).times for _ in range(20)]

    given = [times for counts in in_threads(4, several) for times in counts]

    assert sorted(given) == list(range(1, 81))


def test_sqlite_waits_for_its_lock_for_a_moment_only(shared_by_threads, monkeypatch):
    if shared_by_threads is None:
        pytest.skip("of SQLite")
    monkeypatch.setattr(database, "PATIENCE", 1)

    def refused():
        with pytest.raises(OperationalError, match="locked"):
            database.add("a", MINUTE, NOW)
        [usual] = connection.cursor().execute("PRAGMA busy_timeout").fetchone()
        return usual

    with closing(sqlite3.connect(shared_by_threads)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert in_threads(1, refused) == [10_000]
