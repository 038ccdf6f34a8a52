from types import SimpleNamespace

import pytest
from django.db import OperationalError

from diagnostics_api.lane import crew
from diagnostics_api.lane.errors import EditionChangedError
from diagnostics_api.lane.jobs import Job
from diagnostics_api.service.knowledge import NothingLoadedError


def published(edition):
    return SimpleNamespace(library=SimpleNamespace(edition=edition))


@pytest.fixture
def reads(monkeypatch):
    """Whatever is in force, one after another; and how often connections were closed."""
    known = SimpleNamespace(in_force=[], closed=0)

    def in_force():
        value = known.in_force.pop(0)
        if isinstance(value, Exception):
            raise value
        return value

    def close_all():
        known.closed += 1

    monkeypatch.setattr(crew, "published_in_force", in_force)
    monkeypatch.setattr(crew, "connections", SimpleNamespace(close_all=close_all))
    return known


def test_edition_is_read_once_and_another_one_when_a_job_needs_it(reads):
    reads.in_force = [published("a"), published("b")]
    diagnosticians = crew.Diagnosticians()
    for edition in ("", "a", "a", "b", "b"):
        diagnosticians.prepare(edition)

    assert diagnosticians.published.library.edition == "b"
    assert reads.in_force == []
    assert reads.closed == 2  # a worker must not share a connection with its foreman


@pytest.mark.parametrize("error", [OperationalError("away"), NothingLoadedError("empty")])
def test_content_that_cannot_be_read_is_logged_and_asked_for_again(reads, caplog, error):
    reads.in_force = [error, published("a")]
    diagnosticians = crew.Diagnosticians()
    diagnosticians.prepare("a")

    assert diagnosticians.published is None
    assert f"no knowledge for costly diagnoses: {error}" in caplog.text
    diagnosticians.prepare("a")
    assert diagnosticians.published.library.edition == "a"


@pytest.mark.parametrize("known", [None, published("b")])
def test_request_of_another_edition_is_not_answered(known):
    diagnosticians = crew.Diagnosticians()
    diagnosticians.published = known
    made = diagnosticians.work(Job("api", "a", {}), b"")

    assert isinstance(made, EditionChangedError)


def test_only_jobs_are_done():
    with pytest.raises(TypeError, match="a job is expected, not str"):
        crew.Diagnosticians().work("echo", b"")
