"""gunicorn with the worker, before an application that answers when it is allowed to."""

import os
import signal
from http.client import HTTPConnection
from pathlib import Path
from types import SimpleNamespace

import pytest

from benchmarks.slow_clients import STARTS, held
from config import worker
from tests.held_server import answer, asked, served


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    with served(tmp_path_factory.mktemp("application")) as running:
        yield running


@pytest.mark.parametrize("kind", STARTS)
def test_slow_and_silent_clients_hold_no_thread(started, kind):
    with held(started.server, kind, 64):
        _, text = answer(asked(started.server, body=b"a" * 100))

    assert text == b"100 bytes"


def test_large_body_comes_whole(started):
    assert answer(asked(started.server, body=b"a" * 3_000_000))[1] == b"3000000 bytes"


def test_nothing_of_a_proxy_is_believed_and_no_header_names_the_server(started):
    response, _ = answer(asked(started.server, **{"X-Forwarded-For": "8.8.8.8"}))

    assert response.headers["X-For"] == "nobody"
    assert "Server" not in response.headers


def test_a_stop_finishes_what_runs_and_what_comes_in(tmp_path):
    with served(tmp_path) as started, held(started.server, "silent", 2) as idle:
        coming = HTTPConnection(started.server.host, started.server.port, timeout=60)
        coming.putrequest("POST", "/")
        coming.putheader("Content-Length", "100")
        coming.endheaders(b"a" * 50)
        running = [asked(started.server, "/hold") for _ in range(2)]
        for _ in running:  # the connections before were accepted before
            started.wait_until_begun()
        started.process.terminate()
        for _ in running:
            started.allow()

        assert [answer(each)[1] for each in running] == [b"0 bytes"] * 2
        assert [client.recv(1) for client in idle] == [b"", b""]
        coming.send(b"a" * 50)
        response, text = answer(coming)
        assert (response.headers["Connection"], text) == ("close", b"100 bytes")
        started.process.communicate(timeout=60)

    assert started.process.returncode == 0


def test_a_stop_takes_nothing_new(tmp_path):
    with served(tmp_path) as started, held(started.server, "silent", 1) as [idle]:
        running = asked(started.server, "/hold")
        started.wait_until_begun()
        started.process.terminate()
        assert idle.recv(1) == b""  # it has given up its address before

        with pytest.raises(ConnectionRefusedError):
            asked(started.server)
        started.allow()
        assert answer(running)[1] == b"0 bytes"


def test_connections_that_wait_when_the_stop_comes_are_answered(tmp_path):
    with served(tmp_path) as started:
        answer(asked(started.server))
        children = Path(f"/proc/{started.process.pid}/task/{started.process.pid}/children")
        [process] = map(int, children.read_text().split())
        os.kill(process, signal.SIGSTOP)
        waiting = [asked(started.server) for _ in range(3)]
        started.process.terminate()
        os.kill(process, signal.SIGCONT)

        assert [answer(each)[1] for each in waiting] == [b"0 bytes"] * 3


def test_the_end_takes_nothing_apart(tmp_path):
    with served(tmp_path) as started:
        answer(asked(started.server))
        started.process.terminate()
        said, _ = started.process.communicate(timeout=60)

    assert b"taken apart" not in said


class Channel:
    def __init__(self, request=None, requests=(), waiting=0):
        self.request = request
        self.requests = requests
        self.total_outbufs_len = waiting
        self.will_close = False


def test_request_that_comes_in_too_slowly_is_ended():
    first, next_one = object(), object()
    slow, quick = Channel(first), Channel(first)
    incoming = worker.still_incoming([slow, quick, Channel()], {}, now=0)
    quick.request = next_one  # the first was whole, and another begins
    incoming = worker.still_incoming([slow, quick], incoming, now=worker.LONGEST_REQUEST)
    worker.end_slow(incoming, worker.LONGEST_REQUEST, now=worker.LONGEST_REQUEST + 1)

    assert slow.will_close
    assert not quick.will_close


@pytest.mark.parametrize(
    ("channel", "expected"),
    [
        (Channel(), False),
        (Channel(request=object()), True),
        (Channel(requests=[object()]), True),
        (Channel(waiting=1), True),
    ],
)
def test_work_of_a_connection(channel, expected):
    assert worker.has_work(channel) is expected


@pytest.mark.parametrize("behind_proxy", [True, False])
def test_headers_of_a_proxy_reach_django_only_behind_one(settings, behind_proxy):
    settings.BEHIND_PROXY = behind_proxy
    cfg = SimpleNamespace(threads=2, worker_connections=9, keepalive=1, backlog=1)

    assert worker.adjustments(cfg)["clear_untrusted_proxy_headers"] is not behind_proxy
