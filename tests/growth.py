"""Fail where the CPU time of a function grows faster than the size of its input."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from time import process_time
from types import FrameType

SIZES = (
    6,
    24,
    96,
    384,
    1_536,
    6_144,
)  # small ones first, so that cubic and exponential growth ends early
GROWTH = 9.0  # for four times the size: linear growth is 4, quadratic 16
FLOOR = 0.001  # seconds; less is left to the ceiling
CEILING = 20e-6  # seconds for each unit of size, whatever the growth
START = 0.04  # seconds that any size may take
REPEATS = 4  # the least time counts, so that a busy machine fails nothing
SLOW = 0.2  # seconds; more is hardly noise and is measured again only once
DEADLINE = (
    10  # seconds of wall time until a call is stopped; `re` looks for signals while it matches
)

Call = Callable[[], object]


class SuperLinearError(AssertionError):
    """CPU time that grows faster than the input."""


def assert_linear(
    call_of_size: Callable[[int], Call],
    sizes: tuple[int, ...] = SIZES,
    ceiling: float = CEILING,
) -> None:
    """Time the call of each size; each size is four times the one before. Only what looks slow is
    timed again.
    """
    previous: Call | None = None
    earlier = 0.0
    for size in sizes:
        call = call_of_size(size)
        seconds = _seconds(call)
        most = START + ceiling * size
        if seconds > most:
            seconds = _least_seconds(call, seconds)
        if seconds > most:
            raise SuperLinearError(f"{seconds:.3f} s of CPU for a size of {size:,}")
        if previous is not None and seconds > max(FLOOR, GROWTH * earlier):
            earlier = max(earlier, _least_seconds(previous, _seconds(previous)))
            seconds = _least_seconds(call, seconds)
            _refuse_growth(size, seconds, earlier)
        previous, earlier = call, seconds


def _refuse_growth(size: int, seconds: float, earlier: float) -> None:
    if seconds > max(FLOOR, GROWTH * earlier):
        raise SuperLinearError(
            f"{seconds:.4f} s of CPU for a size of {size:,}, {earlier:.4f} s for a quarter of it"
        )


def _seconds(call: Call) -> float:
    usual = signal.signal(signal.SIGALRM, _stop)
    tracer = sys.gettrace()
    signal.alarm(DEADLINE)
    sys.settrace(None)  # coverage slows Python two to ten times and would be timed instead
    start = process_time()
    try:
        call()
        seconds = process_time() - start
    finally:
        signal.alarm(0)
        sys.settrace(tracer)
        signal.signal(signal.SIGALRM, usual)
    return seconds


def _stop(number: int, frame: FrameType | None) -> None:
    raise SuperLinearError(f"not done after {DEADLINE} s")


def _least_seconds(call: Call, seconds: float) -> float:
    repeats = 1 if seconds > SLOW else REPEATS
    return min(seconds, *(_seconds(call) for _ in range(repeats)))
