"""A worker of gunicorn that takes whole requests only, so that slow clients hold no thread.

gunicorn keeps what it does well: one command, the application loaded once, workers replaced,
graceful stops and reloads. Waitress does the rest: one thread reads every connection at once, and
a request goes to one of the threads of the application when its last byte is here. Until then it
costs a socket and at most 512 KiB of memory; the rest of a large body waits in a temporary file.
"""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NoReturn

from django.conf import settings
from gunicorn.workers.base import Worker
from waitress import create_server, wasyncore
from waitress.channel import HTTPChannel
from waitress.server import BaseWSGIServer
from waitress.task import WSGITask

WAIT = 1.0  # seconds between two looks at the connections
WAIT_WHILE_STOPPING = 0.1
IDLE_WHILE_STOPPING = 1.0  # seconds without a word, after which a connection is closed
LONGEST_REQUEST = 120.0  # seconds until a request must be here whole
LONGEST_WHILE_STOPPING = 10.0  # the same for a worker that ends
HEADER_BYTES = 64 * 1024
OUTPUT_IN_WAITING = 256 * 1024 * 1024  # of a page that a client takes slowly; kept in a file

Environ = dict[str, Any]
StartResponse = Callable[..., Any]


class BufferingWorker(Worker):
    """Answers with the threads of the setting `threads`, and reads with one more."""

    def run(self) -> None:
        """Serve until the arbiter asks for an end, then finish what came in whole."""
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # the lane bounds the queue
        self.connections: dict[int, Any] = {}
        self.incoming: dict[HTTPChannel, tuple[object, float]] = {}
        create_server(
            Answering(self),
            map=self.connections,
            sockets=[listener.sock for listener in self.sockets],
            **adjustments(self.cfg),
        )
        for server in self._servers():
            server.channel_class = Channel
        while self.alive and self._has_parent():
            self._take_turn(WAIT)
        self._give_up_address()
        while self.channels():
            self._take_turn(WAIT_WHILE_STOPPING)
            self._close_idle()
        end_at_once()

    def handle_exit(self, sig: int, frame: object) -> None:
        """Wake the thread that reads, which would see the end a second later."""
        super().handle_exit(sig, frame)
        for server in self._servers():
            server.pull_trigger()

    def _take_turn(self, seconds: float) -> None:
        """Read and write what can be, and wait for that so many seconds at most."""
        self.notify()
        wasyncore.loop(seconds, use_poll=True, map=self.connections, count=1)
        patience = LONGEST_REQUEST if self.alive else LONGEST_WHILE_STOPPING
        self.incoming = still_incoming(self.channels(), self.incoming, time.monotonic())
        end_slow(self.incoming, patience, time.monotonic())

    def _has_parent(self) -> bool:
        return bool(self.ppid == os.getppid())

    def channels(self) -> list[HTTPChannel]:
        return [each for each in self.connections.values() if isinstance(each, HTTPChannel)]

    def _servers(self) -> Iterator[BaseWSGIServer]:
        for each in list(getattr(self, "connections", {}).values()):
            if isinstance(each, BaseWSGIServer):
                yield each

    def _give_up_address(self) -> None:
        """Take the connections that wait, then let this process refuse the next ones at once.

        Where another process has the address, it goes on; else nobody waits for an answer that
        will not come.
        """
        for server in list(self._servers()):
            accept_all(server)
            wasyncore.dispatcher.close(server)

    def _close_idle(self) -> None:
        """Close what says nothing. Who says something now is told that it was the last time."""
        now = time.time()
        for channel in self.channels():
            patience = LONGEST_WHILE_STOPPING if has_work(channel) else IDLE_WHILE_STOPPING
            if not channel.requests and now - channel.last_activity > patience:
                channel.will_close = True


class Answer(WSGITask):
    """An answer that ends its connection once the server takes no new ones."""

    def build_response_header(self) -> bytes:
        if not self.channel.server.accepting:
            self.request.headers["CONNECTION"] = "close"
        header: bytes = super().build_response_header()
        return header


class Channel(HTTPChannel):
    task_class = Answer


def accept_all(server: BaseWSGIServer) -> None:
    """Accept until no connection waits."""
    known = -1
    while len(server.active_channels) > known:
        known = len(server.active_channels)
        server.handle_accept()


def end_at_once() -> NoReturn:
    """End this process without taking apart, object by object, what it shares with its parent."""
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def adjustments(cfg: Any) -> dict[str, Any]:
    """Return the settings of Waitress."""
    return {
        "threads": cfg.threads,
        "connection_limit": cfg.worker_connections,
        "channel_timeout": cfg.keepalive,
        "cleanup_interval": WAIT,
        "backlog": cfg.backlog,
        "asyncore_use_poll": True,
        "max_request_header_size": HEADER_BYTES,
        # The view answers a body above its limit with a problem that says so; this is for worse.
        "max_request_body_size": 2 * settings.DIAGNOSIS_MAX_BYTES,
        "outbuf_high_watermark": OUTPUT_IN_WAITING,
        # Without a proxy, made-up headers of one are taken off; Django reads those of a true one.
        "clear_untrusted_proxy_headers": not settings.BEHIND_PROXY,
        "ident": None,  # no header names the server
    }


def has_work(channel: HTTPChannel) -> bool:
    """Say whether a request is coming in, waiting, being answered or not sent to its end."""
    return bool(channel.request or channel.requests or channel.total_outbufs_len)


def still_incoming(
    channels: Iterable[HTTPChannel],
    before: dict[HTTPChannel, tuple[object, float]],
    now: float,
) -> dict[HTTPChannel, tuple[object, float]]:
    """Return the request that each channel waits for the rest of, and since when."""
    incoming = {}
    for channel in channels:
        request = channel.request
        if request is None:
            continue
        known, since = before.get(channel, (None, now))
        incoming[channel] = (request, since if known is request else now)
    return incoming


def end_slow(
    incoming: dict[HTTPChannel, tuple[object, float]],
    patience: float,
    now: float,
) -> None:
    for channel, (_, since) in incoming.items():
        if now - since > patience:
            channel.will_close = True


class Answering:
    """The application, with gunicorn's count of requests."""

    def __init__(self, worker: BufferingWorker) -> None:
        self.worker = worker

    def __call__(
        self,
        environ: Environ,
        start_response: StartResponse,
    ) -> Iterable[bytes]:
        worker = self.worker
        worker.nr += 1
        if worker.nr >= worker.max_requests:
            worker.alive = False
        answer: Iterable[bytes] = worker.wsgi(environ, start_response)
        return answer
