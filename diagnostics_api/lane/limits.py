"""What a worker of the lane may take. The kernel keeps these limits, whatever the worker does."""

from __future__ import annotations

import resource
import signal
from dataclasses import dataclass
from pathlib import Path

# A machine that others use as well gives a worker a part of its processor: the work counts, and by
# the clock a worker may take so many times as long.
PATIENCE = 3
OUT_OF_TIME = frozenset({signal.SIGPROF, signal.SIGALRM})  # signals that end a worker for its time
MEGABYTE = 2**20
# What an input may cost grows with its size. Most logs take half a second a megabyte on a machine
# that does nothing else.
SECONDS_PER_MEGABYTE = 0.5
_SIZES = Path("/proc/self/statm")


@dataclass(frozen=True, slots=True)
class Limits:
    seconds: float  # of processor time, for an input that is almost empty
    megabytes: int  # beside what it shares with the process that it was forked from

    def seconds_for(self, size: int) -> float:
        """Return the seconds of processor time for an input of so many bytes."""
        seconds = self.seconds + SECONDS_PER_MEGABYTE * size / MEGABYTE
        return min(seconds, self.longest)

    @property
    def longest(self) -> float:
        """Return the seconds by the clock after which no worker is left."""
        return self.seconds * PATIENCE


def limit_this_process(limits: Limits) -> None:
    """Let the kernel end this process after its time, and refuse memory above its limit.

    How long it may work is set again when the size of its input is known: see `work_for`. Systems
    without /proc do not tell the size to add to, so no memory is refused there.
    """
    for number in OUT_OF_TIME:
        signal.signal(number, signal.SIG_DFL)
    work_for(limits.seconds)
    signal.setitimer(signal.ITIMER_REAL, limits.longest)
    if _SIZES.exists():
        most = _size() + limits.megabytes * MEGABYTE
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def work_for(seconds: float) -> None:
    """Let the kernel end this process when it has worked for so long from now on."""
    signal.setitimer(signal.ITIMER_PROF, seconds)


def lift_memory_limit() -> None:
    """Give a process that ran out of memory what it takes to say so."""
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def _size() -> int:
    """Return the bytes of this process's address space."""
    pages, *_ = _SIZES.read_text().split()
    return int(pages) * resource.getpagesize()
