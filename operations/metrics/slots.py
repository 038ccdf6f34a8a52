"""Numbers for the processes that count: a replaced process goes on in the files of the last one.

prometheus_client keeps a set of files for each process id and never removes one, since a counter
must not go back: with a worker replaced after some thousand requests that is gigabytes a month, all
read at each scrape. Numbers that are used again keep it at one set for each process that runs.

A number is held by a POSIX lock on a file, which ends with the process whatever ends it, and which
a forked child does not inherit.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

from prometheus_client.multiprocess import mark_process_dead

MOST = 1000
_locking = RLock()  # closing a file gives up all locks of this process on it


class TooManyProcessesError(RuntimeError):
    """Every number is taken, which means that something takes numbers without end."""


class Slot:
    """The number of this process in a folder. A forked child gets one of its own when it asks."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pid = 0
        self._number = 0
        self._held = -1

    def number(self) -> int:
        """Return the number of this process. Raises TooManyProcessesError."""
        if self._pid != os.getpid():
            self._take()
        return self._number

    def _take(self) -> None:
        """Take the lowest free number; the first of all processes starts with an empty folder."""
        if self._held >= 0:
            os.close(self._held)  # the parent's lock stays: locks belong to one process
            self._held = -1
        with _locking, _alone(self._folder):
            if not any(_held_by_others(self._folder)):
                _remove_files(self._folder)
            for number in range(MOST):
                held = _lock(_lock_file(self._folder, number))
                if held >= 0:
                    self._keep(number, held)
                    return
        raise TooManyProcessesError(f"more than {MOST} processes count in {self._folder}")

    def _keep(self, number: int, held: int) -> None:
        os.ftruncate(held, 0)
        os.pwrite(held, str(os.getpid()).encode(), 0)
        mark_process_dead(number, str(self._folder))  # gauges of whoever had the number before
        self._number = number
        self._held = held
        self._pid = os.getpid()


def clear_dead(folder: Path, own: int | None = None) -> list[int]:
    """Forget the gauges of processes that have ended; return the ids of those that run.

    `own` is the number of this process, if it has one: to try its lock would give it up.
    """
    running = []
    with _locking:
        for file in _lock_files(folder):
            number = int(file.stem)
            if number == own:
                running.append(os.getpid())
            elif _is_free(file):
                mark_process_dead(number, str(folder))
            else:
                running.append(int(file.read_text() or 0))
    return running


def _held_by_others(folder: Path) -> Iterator[bool]:
    for file in _lock_files(folder):
        yield not _is_free(file)


def _lock_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.lock"))


def _lock_file(folder: Path, number: int) -> Path:
    return folder / f"{number}.lock"


def _is_free(file: Path) -> bool:
    held = _lock(file)
    if held < 0:
        return False
    os.close(held)
    return True


def _lock(file: Path) -> int:
    """Return the descriptor of the locked file, -1 if another process has it."""
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):  # which of the two depends on the system
        os.close(descriptor)
        return -1
    return descriptor


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let one process at a time take a number."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "taking").open("a") as file:
        fcntl.lockf(file, fcntl.LOCK_EX)
        yield


def _remove_files(folder: Path) -> None:
    for file in folder.glob("*.db"):
        file.unlink()
