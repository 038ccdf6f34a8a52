"""A backup is of one moment, holds nobody off, is its owner's, and never overwrites a file."""

import json
import sqlite3
import stat
import threading
import zipfile
from contextlib import closing

import pytest
from django.db import connection, transaction

from operations.backup import save as saving
from operations.backup.manifest import BackupError
from operations.backup.save import save, snapshot
from quizzes.models import Attempt, Learner
from tests.operations.stored import stored_attempt

pytestmark = pytest.mark.django_db(transaction=True)


def rows_of(path, model):
    with zipfile.ZipFile(path) as archive:
        lines = archive.read(f"rows/{model}.jsonl").decode().splitlines()
    return [json.loads(line) for line in lines if line]


def in_another_thread(work):
    """Do the work on a connection of its own, to its end."""
    failed = []

    def run():
        try:
            work()
        except BaseException as error:
            failed.append(error)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(30)
    assert not thread.is_alive()
    assert failed == []


@pytest.fixture
def shared_by_threads(tmp_path):
    """Moves what the test has stored to a file for SQLite, in the mode that migrate leaves."""
    if connection.vendor != "sqlite":
        yield lambda: None
        return
    options, memory = connection.settings_dict, connection.settings_dict["NAME"]

    def move():
        with closing(sqlite3.connect(tmp_path / "shared.sqlite3")) as file:
            connection.connection.backup(file)
            file.execute("PRAGMA journal_mode=WAL")
        options["NAME"] = str(tmp_path / "shared.sqlite3")

    yield move
    options["NAME"] = memory


def test_attempt_that_is_stored_meanwhile_is_in_it_whole_or_not_at_all(
    shared_by_threads, monkeypatch, tmp_path
):
    """A second attempt is written after the learners were saved, before the attempts are."""
    stored_attempt()
    shared_by_threads()
    save_rows = saving._save_rows

    def and_write(backup, model):
        if model is Attempt:
            in_another_thread(lambda: stored_attempt(key="b" * 64))
        save_rows(backup, model)

    monkeypatch.setattr(saving, "_save_rows", and_write)
    path = tmp_path / "site.zip"
    in_another_thread(lambda: save(path))

    counted = []
    in_another_thread(lambda: counted.append(Learner.objects.count()))
    assert counted == [2]
    for model, count in [("quizzes.learner", 1), ("quizzes.attempt", 1), ("quizzes.response", 2)]:
        assert len(rows_of(path, model)) == count


def test_times_keep_their_microseconds(tmp_path):
    attempt = stored_attempt()
    Attempt.objects.update(started="2026-12-01T10:00:00.123456Z")
    save(tmp_path / "site.zip")

    (row,) = rows_of(tmp_path / "site.zip", "quizzes.attempt")
    assert row["pk"] == attempt.pk
    assert row["fields"]["started"] == "2026-12-01T10:00:00.123456+00:00"


def test_only_the_owner_may_read_it(tmp_path):
    save(tmp_path / "site.zip")

    assert stat.S_IMODE((tmp_path / "site.zip").stat().st_mode) == 0o600


def test_backup_that_fails_leaves_nothing(monkeypatch, tmp_path):
    def fail(backup, model):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(saving, "_save_rows", fail)

    with pytest.raises(RuntimeError, match="the disk is full"):
        save(tmp_path / "site.zip")
    assert list(tmp_path.iterdir()) == []


def test_folder_that_is_missing_is_named(tmp_path):
    with pytest.raises(BackupError, match=r"cannot write .*No such file"):
        save(tmp_path / "missing" / "site.zip")


def test_snapshot_inside_a_transaction_is_refused():
    with transaction.atomic(), pytest.raises(BackupError, match="transaction of its own"):  # noqa: SIM117
        with snapshot():
            pass
