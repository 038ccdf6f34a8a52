"""The process that forks a worker for each costly diagnosis.

It has one thread and holds the knowledge, so a worker starts in milliseconds, shares its memory and
takes nothing with it when it ends or is killed: each job has a worker of its own, and there is none
to be replaced. The process that answers requests keeps one end of a socket pair and sends, with the
edition that it answers from, the ends of two more pairs for each job: one that the worker talks
through, and one through which the foreman tells by which signal a worker ended that gave no answer.
When the first pair closes, that process is gone, and the foreman ends too.
"""

from __future__ import annotations

import gc
import logging
import os
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from multiprocessing.connection import Connection
from typing import Protocol

from diagnostics_api.lane.limits import (
    Limits,
    lift_memory_limit,
    limit_this_process,
    work_for,
)

EDITION_BYTES = 64  # a SHA-256 in hexadecimal
READY = "ready"
# A stop is told to the process that answers requests, which finishes what runs.
NOT_FOR_US = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
OURS = (signal.SIGQUIT, signal.SIGUSR1, signal.SIGUSR2, signal.SIGABRT)
logger = logging.getLogger(__name__)


class End(Enum):
    """How a job ended that has no result."""

    NO_MEMORY = "no memory"
    FAILED = "failed"


class Crew(Protocol):
    """What is done in the foreman and in its workers."""

    def prepare(self, edition: str) -> None:
        """Make the knowledge of an edition ready, in the foreman. Must not raise."""

    def work(self, job: object, body: bytes) -> object:
        """Do a job, in a worker, and return what can be pickled."""


def serve(control: socket.socket, crew: Crew, limits: Limits) -> None:
    """Fork a worker for each job that comes, until the other end of `control` is closed."""
    _reset_signals()
    workers = Workers()
    signal.signal(signal.SIGCHLD, workers.tell_of_ended)
    while True:
        edition, descriptors = _next_job(control)
        if not descriptors:
            return
        crew.prepare(edition)
        of_job, of_end = descriptors
        end = Connection(of_end)
        with Connection(of_job) as job, workers.none_ends():
            process = os.fork()
            if process == 0:
                control.close()
                _work_and_end(job, crew, limits)
            workers.ends[process] = end


class Workers:
    """The workers that run, each with the connection through which its end is told."""

    def __init__(self) -> None:
        self.ends: dict[int, Connection] = {}

    @contextmanager
    def none_ends(self) -> Iterator[None]:
        """Put off what is told of an end until a new worker is known by its number."""
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
        yield
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})

    def tell_of_ended(self, *_: object) -> None:
        while self.ends:
            process, status = os.waitpid(-1, os.WNOHANG)
            if process == 0:
                return
            with self.ends.pop(process) as end, suppress(OSError):  # nobody waits for it any more
                end.send(os.waitstatus_to_exitcode(status))


def _reset_signals() -> None:
    for number in NOT_FOR_US:
        signal.signal(number, signal.SIG_IGN)
    for number in OURS:
        signal.signal(number, signal.SIG_DFL)
    signal.set_wakeup_fd(-1)
    gc.collect()
    gc.freeze()  # a collection in a worker would copy the pages of all that it goes through


def _next_job(control: socket.socket) -> tuple[str, list[int]]:
    message, descriptors, _, _ = socket.recv_fds(control, EDITION_BYTES, 2)
    return message.decode(), list(descriptors)


def _work_and_end(connection: Connection, crew: Crew, limits: Limits) -> None:
    """Do one job and end this process without running what the server left to be done at exit."""
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
        limit_this_process(limits)
        connection.send(READY)
        job, seconds = connection.recv()
        body = connection.recv_bytes()
        work_for(seconds)
        connection.send(_result(crew, job, body))
    except (EOFError, OSError) as error:
        logger.info("nobody waits for a diagnosis any more: %s", error)
    finally:
        os._exit(0)


def _result(crew: Crew, job: object, body: bytes) -> object:
    try:
        return crew.work(job, body)
    except MemoryError:
        lift_memory_limit()
        return End.NO_MEMORY
    except BaseException:  # a panic of a library in Rust is no Exception
        lift_memory_limit()
        logger.exception("a diagnosis failed in a worker")
        return End.FAILED
