"""The server of the site as a process group of its own, to be killed at any moment."""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 60  # seconds for a graceful end
COMMAND = [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py", "config.wsgi"]


def children_of(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(child) for child in children]


@contextmanager
def ending(processes: list[int]) -> Iterator[None]:
    """Wait at the end of the block until the processes are gone. Raises TimeoutError."""
    descriptors = [os.pidfd_open(process) for process in processes]
    try:
        yield
        for descriptor in descriptors:
            if not select.select([descriptor], [], [], PATIENCE)[0]:
                raise TimeoutError(f"one of {processes} is still there after {PATIENCE} s")
    finally:
        for descriptor in descriptors:
            os.close(descriptor)


class Server:
    """Ends only processes that it started, by their ids."""

    def __init__(self, port: int, environment: dict[str, str]) -> None:
        self.address = f"127.0.0.1:{port}"
        self._environment = {**os.environ, **environment, "BIND": self.address}
        self.is_up = Event()
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Start the server and wait until it says that it listens."""
        self._process = subprocess.Popen(  # noqa: S603 (our own server)
            COMMAND,
            cwd=ROOT,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )
        line = self._process.stdout.readline()
        if "Lossary is at" not in line:
            raise RuntimeError(f"the server did not start, it said {line!r}")
        self.is_up.set()

    def workers(self) -> list[int]:
        return children_of(self._process.pid)

    def replace_workers(self) -> None:
        """Ask for a reload, and wait until the processes of before are gone."""
        with ending(self.workers()):
            self._process.send_signal(signal.SIGHUP)

    def stop(self) -> int:
        """End the server as an operator does, and return its exit code."""
        self.is_up.clear()
        self._process.terminate()
        code: int = self._process.wait(PATIENCE)
        self._process.stdout.close()
        return code

    def kill_worker(self, rng: random.Random) -> bool:
        """Kill a worker, return whether there was one: the one before may not be replaced yet."""
        workers = self.workers()
        if workers:
            with suppress(ProcessLookupError):
                os.kill(rng.choice(workers), signal.SIGKILL)
        return bool(workers)

    def kill(self) -> None:
        """Kill the server with its workers at once."""
        self.is_up.clear()
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._process.stdout.close()
