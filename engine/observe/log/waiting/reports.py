"""Read who is behind from reports of PyTorch that name the ranks themselves.

Sources: TraceUtils.h (a report of ranks out of step), ProcessGroupGloo.cpp (a monitored barrier)
and ProcessGroupWrapper.cpp (different operations, with TORCH_DISTRIBUTED_DEBUG=DETAIL), PyTorch 1.8
to 2.9.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from engine.observe.log.waiting.standing import Standing, in_order, lowest

_LITERALS = ("collective", "lagging ranks", "monitoredbarrier")
_NUMBERS = re.compile(r"\d{1,6}")
_NOT_JOINED = re.compile(
    r"\[([\d, ]{1,400})\] finished collective #\d{1,12}, but didn't join collective #(\d{1,12})"
)
_NEVER = re.compile(r"ranks \[([\d, ]{1,400})\] are the lagging ranks")
_BARRIER = re.compile(r"Ranks? ([\d, ]{1,400}) failed to pass monitoredBarrier in (\d{1,12}) ms")
_RUNNING = re.compile(
    r"Rank (\d{1,6}) is running collective: CollectiveFingerPrint\("
    r"(?:SequenceNumber=(\d{1,12}), ?)?OpType=(\w{1,40})"
)


def read_reports(lines: Sequence[str]) -> Standing | None:
    """Return the ranks that a report names; None without a report."""
    for line in lines:
        lowered = line.lower()
        if not any(literal in lowered for literal in _LITERALS):
            continue
        for read in _READERS:
            standing = read(line)
            if standing is not None:
                return standing
    return None


def _not_joined(line: str) -> Standing | None:
    found = _NOT_JOINED.search(line)
    if found is None:
        return None
    return Standing(
        _ranks(found[1]),
        reason="did not join the operation",
        call=f"collective #{found[2]}",
    )


def _never_joined(line: str) -> Standing | None:
    found = _NEVER.search(line)
    if found is None:
        return None
    return Standing(
        _ranks(found[1]),
        reason="never joined an operation",
    )


def _barrier(line: str) -> Standing | None:
    found = _BARRIER.search(line)
    if found is None:
        return None
    seconds = int(found[2]) / 1000
    return Standing(
        _ranks(found[1]),
        reason="did not reach the barrier",
        call="a barrier",
        since=f"for {seconds:g} s",
    )


def _mismatch(line: str) -> Standing | None:
    """Return the rank that runs the earlier of two operations; both may have the same number."""
    running = _RUNNING.findall(line)
    if len(running) < 2:
        return None
    counts = {}
    calls = []
    told = []
    for rank, number, call in running:
        if number:
            counts[rank] = int(number)
        calls.append(call)
        told.append(f"rank {rank} is in {call}")
    return Standing(
        lowest(counts),
        reason=f"calls another operation ({_listed(told)})",
        call=calls[0],
    )


_READERS: tuple[Callable[[str], Standing | None], ...] = (
    _not_joined,
    _never_joined,
    _barrier,
    _mismatch,
)


def _listed(parts: Iterable[str]) -> str:
    return ", ".join(parts)


def _ranks(text: str) -> tuple[str, ...]:
    numbers = _NUMBERS.findall(text)
    return in_order(numbers)
