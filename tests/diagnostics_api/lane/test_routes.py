import gzip
import json
import pickle
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from diagnostics_api.lane import routes
from diagnostics_api.lane.crew import Diagnosticians
from diagnostics_api.lane.errors import (
    LaneFullError,
    LaneLostError,
    TooMuchMemoryError,
    TooSlowError,
)
from diagnostics_api.lane.lane import Lane, Places
from diagnostics_api.lane.limits import Limits
from diagnostics_api.models import KeptAnswer
from diagnostics_api.service.in_force import published_in_force

URL = "/api/v1/diagnoses/"
LOG = b"".join(
    b"epoch %d | train loss %.4f | val loss %.4f\n" % (each, 4 - each / 900, 4 + each / 900)
    for each in range(2000)
)
SMALL_LOG = LOG[:6000]


class LaneInHere(Lane):
    """A lane whose worker is this process; what would be sent is pickled all the same."""

    def __init__(self, crew=None, small=1, error=None):
        limits = Limits(seconds=60, megabytes=128)
        super().__init__(None, Places(1), Places(small), limits, on_loss=None)
        self.crew = crew
        self.error = error
        self.jobs = []
        self.sizes = []  # by which a worker gets its time

    def run(self, edition, job, body, unpacked=0):
        self.jobs.append(job)
        self.sizes.append(unpacked or len(body))
        if self.error is not None:
            raise self.error
        self.crew.prepare(edition)
        return copied(self.crew.work(copied(job), body))


def copied(value):
    return pickle.loads(pickle.dumps(value))  # noqa: S301  # made in the same line


class CrewInHere(Diagnosticians):
    """The crew of the lane, without its right to close the connections of this process."""

    def prepare(self, edition):
        self.published = published_in_force()


@pytest.fixture
def lane(loaded, in_use):
    started = LaneInHere(CrewInHere())
    in_use(started)
    return started


def bodies():
    curves = {"metrics": {"train_loss": [2.5] * 30_000}, "description": "the loss swings"}
    return {
        "log": (LOG, "text/plain"),
        "JSON": (json.dumps(curves).encode(), "application/json"),
        "refused JSON": (b'{"top": 99, "log": "%s"}' % (b"a" * 70_000), "application/json"),
        "broken JSON": (b'{"log": "%s' % (b"a" * 70_000), "application/json"),
        "nothing": (b" " * 70_000, "text/plain"),
        "packed": (gzip.compress(LOG), "application/octet-stream"),
    }


@pytest.mark.parametrize("kind", bodies())
def test_api_answers_from_the_lane_as_without_it(client, loaded, in_use, kind, settings):
    settings.BEHIND_PROXY = True
    body, content_type = bodies()[kind]

    def posted():
        return client.post(
            f"{URL}?name=run.log",
            body,
            content_type=content_type,
            headers={"X-Request-ID": "0" * 32},
        )

    without = posted()
    lane = LaneInHere(CrewInHere())
    in_use(lane)
    answer = posted()

    assert [job.door for job in lane.jobs] == ["api"]
    assert answer.status_code == without.status_code
    assert answer.content == without.content
    assert dict(answer.items()) == dict(without.items())


def test_page_answers_from_the_lane_as_without_it(client, loaded, in_use):
    fields = {"text": LOG.decode(), "symptoms": "loss-oscillates", "config": "lr: 0.1"}
    elsewhere = {"Sec-Fetch-Site": "cross-site"}  # which is answered at once
    without = client.post("/diagnose/", fields, headers=elsewhere)
    lane = LaneInHere(CrewInHere())
    in_use(lane)
    answer = client.post("/diagnose/", fields, headers=elsewhere)
    kept = client.post("/diagnose/", fields)

    assert [job.door for job in lane.jobs] == ["page", "page"]
    assert answer.content == without.content
    assert (kept.status_code, KeptAnswer.objects.count()) == (303, 1)
    assert 'id="verdict"' in answer.content.decode()


def test_form_that_breaks_off_is_a_bad_request_from_the_lane_too(client, lane):
    body = b"--x\r\nContent-Disposition: form-data; name=" + b"a" * 70_000
    answer = client.post("/diagnose/", body, content_type="multipart/form-data")

    assert answer.status_code == 400
    assert len(lane.jobs) == 1


def test_small_bodies_do_not_take_the_lane(client, lane):
    assert client.post(URL, SMALL_LOG, content_type="text/plain").status_code == 200
    assert client.post("/diagnose/", {"text": SMALL_LOG.decode()}).status_code == 303
    assert lane.jobs == []


def test_small_file_that_is_packed_takes_the_lane(client, lane, settings):
    """As it may hold as much as the largest body, it has as much time."""
    packed = SimpleUploadedFile("run.log.gz", gzip.compress(SMALL_LOG))
    assert client.post("/diagnose/", {"files": packed}).status_code == 303
    assert lane.sizes == [settings.DIAGNOSIS_MAX_BYTES]


def test_small_bodies_are_turned_away_where_pages_would_wait(client, loaded, in_use):
    in_use(LaneInHere(small=0))
    answer = client.post(URL, SMALL_LOG, content_type="text/plain")

    assert answer.status_code == 503
    assert answer["Retry-After"]


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (LaneFullError(), 503, "Too many diagnoses run"),
        (LaneLostError(), 503, "Large inputs cannot be read"),
        (TooSlowError(10), 413, "stopped after 10 seconds of work"),
        (TooMuchMemoryError(512), 413, "more than 512 MB"),
    ],
)
def test_no_answer_from_the_lane_is_told_and_nothing_is_lost(
    client, loaded, in_use, error, status, said
):
    in_use(LaneInHere(error=error))
    api = client.post(URL, LOG, content_type="text/plain")
    page = client.post(
        "/diagnose/",
        {"text": LOG.decode(), "description": "my words", "symptoms": "loss-oscillates"},
    )

    assert api.status_code == page.status_code == status
    assert api["Content-Type"] == "application/problem+json"
    assert said in api.json()["detail"]
    assert api.has_header("Retry-After") == page.has_header("Retry-After") == (status == 503)
    shown = page.content.decode()
    assert said in shown
    assert "epoch 1999 | train loss" in shown
    assert "my words" in shown
    assert re.search(r'value="loss-oscillates" checked', shown)


def test_edition_that_comes_into_force_meanwhile_asks_for_another_try(client, lane, monkeypatch):
    monkeypatch.setattr(lane.crew, "prepare", lambda edition: None)
    answer = client.post(URL, LOG, content_type="text/plain")

    assert answer.status_code == 503
    assert "The content was changed" in answer.json()["detail"]
    assert answer["Retry-After"] == "1"


@pytest.mark.parametrize("url", [URL, "/diagnose/"])
def test_memory_that_is_refused_reaches_the_worker(client, lane, monkeypatch, url):
    """The worker tells it; an answer of 500 would hide it."""

    def refuse(*arguments):
        raise MemoryError

    monkeypatch.setattr("diagnostics_api.service.answer.diagnose", refuse)
    with pytest.raises(MemoryError):
        client.post(url, {"text": LOG.decode(), "log": LOG.decode()})
    assert len(lane.jobs) == 1


def test_development_server_has_no_lane():
    assert routes.lane_in_use() is None
