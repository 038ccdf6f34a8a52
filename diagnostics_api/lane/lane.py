"""The lane of a process that answers requests: so many diagnoses at once, and no waiting."""

from __future__ import annotations

import logging
import socket
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection

from diagnostics_api.lane.errors import (
    LaneFullError,
    LaneLostError,
    TooMuchMemoryError,
    TooSlowError,
    WorkerDiedError,
)
from diagnostics_api.lane.foreman import End
from diagnostics_api.lane.limits import OUT_OF_TIME, Limits

MARGIN = 5.0  # seconds that a word may be late before its sender counts as lost
START = 30.0  # seconds within which a worker starts; the foreman may be reading another edition
logger = logging.getLogger(__name__)


class Places:
    """So many at once; who comes when none is free is turned away at once."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.taken = 0
        self._lock = threading.Lock()

    @contextmanager
    def take(self) -> Iterator[None]:
        """Hold a place while the block runs. Raises LaneFullError."""
        with self._lock:
            if self.taken >= self.count:
                raise LaneFullError
            self.taken += 1
        try:
            yield
        finally:
            with self._lock:
                self.taken -= 1


@dataclass(frozen=True, slots=True)
class Worker:
    """Our ends of what a worker talks through, and of what tells its end."""

    job: Connection
    end: Connection


@dataclass
class Lane:
    """Runs jobs in the workers of a foreman, of which `control` is our end."""

    control: socket.socket
    costly: Places  # in workers
    small: Places  # in this process
    limits: Limits
    on_loss: Callable[[], None]  # called when the foreman is gone: the process must be replaced
    ends: Counter[str] = field(default_factory=Counter)  # how jobs ended, for metrics
    _sending: threading.Lock = field(default_factory=threading.Lock)

    def run(
        self,
        edition: str,
        job: object,
        body: bytes,
        unpacked: int = 0,
    ) -> object:
        """Return what the crew made of a job, for which it has the longer the larger the input is.

        unpacked: bytes that a packed body may hold; 0 of one that is not packed. Raises
        LaneFullError, LaneLostError, TooSlowError, TooMuchMemoryError or WorkerDiedError.
        """
        seconds = self.limits.seconds_for(unpacked or len(body))
        try:
            with self.costly.take(), self._worker(edition) as worker:
                result = self._result(worker, job, body, seconds)
        except Exception as error:
            self.ends[type(error).__name__] += 1
            raise
        self.ends["done"] += 1
        return result

    @contextmanager
    def _worker(self, edition: str) -> Iterator[Worker]:
        """Ask the foreman for a worker. Raises LaneLostError."""
        job, theirs_of_job = socket.socketpair()
        end, theirs_of_end = socket.socketpair()
        worker = Worker(Connection(job.detach()), Connection(end.detach()))
        with worker.job, worker.end:
            with theirs_of_job, theirs_of_end:
                descriptors = [theirs_of_job.fileno(), theirs_of_end.fileno()]
                self._send(edition, descriptors)
            yield worker

    def _send(self, edition: str, descriptors: list[int]) -> None:
        try:
            with self._sending:
                socket.send_fds(self.control, [edition.encode()], descriptors)
        except OSError as error:
            raise self._lost() from error

    def _result(
        self,
        worker: Worker,
        job: object,
        body: bytes,
        seconds: float,
    ) -> object:
        try:
            self._receive(worker.job, START)
            worker.job.send((job, seconds))
            worker.job.send_bytes(body)
            result = self._receive(worker.job, self.limits.longest + MARGIN)
        except (EOFError, OSError):
            raise self._reason(worker.end, seconds) from None
        if result is End.NO_MEMORY:
            raise TooMuchMemoryError(self.limits.megabytes)
        if result is End.FAILED:
            raise WorkerDiedError("a diagnosis failed in a worker, which has logged it")
        return result

    def _receive(self, connection: Connection, patience: float) -> object:
        """Raises EOFError or OSError at the end of the other side, LaneLostError when it sleeps."""
        if not connection.poll(patience):
            raise self._lost()
        received: object = connection.recv()
        return received

    def _reason(self, end: Connection, seconds: float) -> Exception:
        """Return why a worker ended that gave no answer."""
        try:
            exit_code = self._receive(end, MARGIN)
        except (EOFError, OSError):
            return self._lost()
        if isinstance(exit_code, int) and -exit_code in OUT_OF_TIME:
            return TooSlowError(seconds)
        return WorkerDiedError(f"a diagnosis ended without an answer, exit code {exit_code}")

    def _lost(self) -> LaneLostError:
        logger.error("the foreman of costly diagnoses is gone; this process will be replaced")
        self.on_loss()
        return LaneLostError()
