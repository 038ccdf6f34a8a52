"""A process that serves waits for seconds, and is ready for the first diagnosis."""

from types import SimpleNamespace

import psycopg
import pytest
from django.db import OperationalError, connections
from django.db.backends.signals import connection_created

from config import serving
from diagnostics_api.service import knowledge
from diagnostics_api.service.knowledge import NothingLoadedError
from dictionary.loading import in_force
from dictionary.loading.load import load
from tests.small_content import small_content


@pytest.fixture
def _forgets_its_bounds():
    yield
    connection_created.disconnect(dispatch_uid="bound-waits")


def waits_of(a_connection):
    """Return the longest wait of a connection, in ms, as the database tells it."""
    question = {"sqlite": "PRAGMA busy_timeout", "postgresql": "SHOW statement_timeout"}
    with a_connection.cursor() as cursor:
        cursor.execute(question[a_connection.vendor])
        return cursor.fetchone()[0]


@pytest.mark.usefixtures("db", "_forgets_its_bounds")
def test_new_connections_wait_for_seconds():
    serving.bound_waits()

    fresh = connections.create_connection("default")
    try:
        told = waits_of(fresh)
    finally:
        fresh.close()

    assert told == {"sqlite": 2000, "postgresql": "3s"}[fresh.vendor]


class Silent:
    """A server that accepts questions and answers none."""

    def __init__(self):
        self.is_closed = False
        self.asked = []

    def wait(self, generator, interval=0.1, timeout=None):
        self.asked.append((generator, timeout))
        if generator == "silence":
            raise psycopg.errors._WaitTimeout("wait timeout expired")
        return "an answer"

    def close(self):
        self.is_closed = True


def test_a_server_that_answers_nothing_is_away():
    silent = Silent()
    serving.bound_answers(silent, 4)

    with pytest.raises(psycopg.OperationalError, match="no answer in 4 s"):
        silent.wait("silence", interval=0.1)

    assert silent.asked == [("silence", 4)]
    assert silent.is_closed


def test_an_answer_in_time_is_passed_on():
    silent = Silent()
    serving.bound_answers(silent, 4)

    assert silent.wait("a question") == "an answer"
    assert silent.wait("a cancellation", timeout=1) == "an answer"
    assert silent.asked == [("a question", 4), ("a cancellation", 1)]
    assert not silent.is_closed


@pytest.mark.postgres
def test_the_driver_has_the_wait_that_is_bounded(db):
    fresh = connections.create_connection("default")
    fresh.ensure_connection()
    cursor = fresh.cursor()
    serving.bound_answers(fresh.connection, 0)

    with pytest.raises(OperationalError, match="no answer in 0"):
        cursor.execute("SELECT pg_sleep(60)")

    assert fresh.connection.closed


@pytest.mark.parametrize("error", [NothingLoadedError("empty"), OperationalError("no answer")])
def test_a_site_without_content_or_database_starts(monkeypatch, caplog, error):
    def raise_it():
        raise error

    closed = []
    monkeypatch.setattr(serving, "bound_waits", lambda: None)
    monkeypatch.setattr(serving, "published_in_force", raise_it)
    monkeypatch.setattr(
        serving, "connections", SimpleNamespace(close_all=lambda: closed.append("all"))
    )

    serving.start_serving()

    assert f"nothing can be diagnosed yet: {error}" in caplog.text
    assert closed == ["all"]


@pytest.mark.usefixtures("small_engine", "_forgets_its_bounds")
def test_nothing_is_made_in_the_first_requests(db, settings, tmp_path, client, monkeypatch):
    settings.FIXTURES_DIR = tmp_path
    load(small_content(), "a" * 64)
    monkeypatch.setattr(serving, "connections", SimpleNamespace(close_all=lambda: None))
    serving.start_serving()

    def made_again(*_):
        raise AssertionError("made in a request")

    monkeypatch.setattr(in_force, "_kept_or_made", made_again)
    monkeypatch.setattr(knowledge, "kept_state", made_again)

    for address in ("/readyz", "/", "/search/?q=rate", "/quiz/", "/diagnose/"):
        assert client.get(address).status_code == 200
    assert client.get("/e/rate-too-hih/").status_code == 404


@pytest.mark.usefixtures("small_engine")
def test_the_first_diagnosis_reads_words_and_a_log(db, settings, tmp_path, monkeypatch):
    settings.FIXTURES_DIR = tmp_path
    load(small_content(), "a" * 64)
    asked = []
    monkeypatch.setattr(serving, "answer_to", lambda question, _: asked.append(question.case))
    serving.diagnose_once(serving.published_in_force())

    [case] = asked
    assert case.description
    assert case.log


def test_a_first_diagnosis_that_fails_is_logged_and_the_site_starts(caplog):
    serving.diagnose_once(None)

    assert "the first diagnosis failed" in caplog.text
