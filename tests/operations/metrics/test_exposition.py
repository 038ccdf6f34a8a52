"""What Prometheus reads: of the database, of the processes, and without a database."""

import os

import pytest
from django.db import DatabaseError
from prometheus_client import generate_latest

from operations.metrics import exposition
from operations.metrics.exposition import DatabaseCollector, registry_of, resident_bytes
from operations.metrics.slots import Slot
from quizzes.models import Attempt
from tests.operations.stored import stored_attempt

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _kept_connection(monkeypatch):
    """The connection holds the transaction of the test."""
    monkeypatch.setattr(exposition.connection, "close", lambda: None)


def test_edition_and_attempts_of_the_database(content, tmp_path):
    stored_attempt(answers=1)

    registry = registry_of(tmp_path)

    assert registry.get_sample_value("lossary_database_up") == 1
    assert registry.get_sample_value("lossary_attempts", {"state": Attempt.State.OPEN}) == 1
    assert registry.get_sample_value("lossary_attempts", {"state": Attempt.State.SUBMITTED}) == 0
    assert "lossary_edition_info{edited=" in generate_latest(registry).decode()


def test_database_that_is_away_is_said(monkeypatch, caplog):
    def away():
        raise DatabaseError("the database is away")

    monkeypatch.setattr(exposition, "edition_in_force", away)

    (up,) = DatabaseCollector().collect()

    assert [sample.value for sample in up.samples] == [0]
    assert "the database is away" in caplog.text


def test_processes_and_their_memory(tmp_path):
    slot = Slot(tmp_path)
    registry = registry_of(tmp_path, own=slot.number())

    assert registry.get_sample_value("lossary_processes") == 1
    label = {"pid": str(os.getpid())}
    assert registry.get_sample_value("lossary_process_resident_bytes", label) > 1e6


def test_process_that_has_ended_has_no_memory():
    assert resident_bytes(2**22 + 1) == 0
