"""Say which rank a run that hangs waits for, on which call and since when.

Lines of PyTorch's watchdog, its flight recorder, reports of NCCL's RAS client and stacks of many
ranks are read. All show who waits; the one that does not is behind, and its own log or stack holds
the cause.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from engine.observe.log.waiting.flight_recorder import read_flight_recorder
from engine.observe.log.waiting.ras import read_ras
from engine.observe.log.waiting.reports import read_reports
from engine.observe.log.waiting.stacks import read_stacks
from engine.observe.log.waiting.standing import Standing, is_number
from engine.observe.log.waiting.watchdog import read_watchdog
from engine.run import Case

NAMED = 8  # ranks that a sentence lists

Read = Callable[[Sequence[str]], Standing | None]


class _Reader(NamedTuple):
    """A reader, and the words without one of which it finds nothing."""

    read: Read
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hang:
    """What is known of a run that hangs or timed out.

    behind: the ranks that the others wait for; empty where the text does not tell. call: the
    operation that they wait in. since: how long, or empty. sentence: all of it in words.
    next_commands: three commands that tell more, most useful first.
    """

    behind: tuple[str, ...]
    call: str
    since: str
    sentence: str
    next_commands: tuple[str, ...]


# From the surest witness to the one that needs most reading between its lines.
_READERS: tuple[_Reader, ...] = (
    _Reader(
        read_ras,
        ("launched up to operation", "Missing communicator data from"),
    ),
    _Reader(
        read_flight_recorder,
        ("last_enqueued_collective", "profiling_name", "Not all ranks joining", "Culprit rank"),
    ),
    _Reader(
        read_reports,
        ("join collective", "lagging ranks", "monitoredBarrier", "is running collective"),
    ),
    _Reader(
        read_stacks,
        ("Thread ", "thread 0x"),
    ),
    _Reader(
        read_watchdog,
        ("WorkNCCL(", "last enqueued"),
    ),
)


def read_hang(case: Case) -> Hang | None:
    """Return what the log, or a log that the description quotes, tells of a hang; None without."""
    for lines in (case.log, case.description.splitlines()):
        standing = _standing(lines)
        if standing is not None:
            return _hang(standing)
    return None


def _standing(lines: Sequence[str]) -> Standing | None:
    """Return the first reading that names a rank, else the first of all."""
    text = "\n".join(lines)
    first: Standing | None = None
    for reader in _READERS:
        if not any(word in text for word in reader.words):
            continue
        standing = reader.read(lines)
        if standing is not None and standing.behind:
            return standing
        first = first or standing
    return first


def _hang(standing: Standing) -> Hang:
    return Hang(
        behind=standing.behind,
        call=standing.call,
        since=standing.since,
        sentence=_sentence(standing),
        next_commands=_commands(standing.behind),
    )


def _sentence(standing: Standing) -> str:
    waiting = "The others wait"
    if standing.call:
        waiting += f" in {standing.call}"
    if standing.since:
        waiting += f" {standing.since}"
    if not standing.behind:
        return f"{waiting}; the text does not tell which rank is behind."
    behind = _named(standing.behind)
    return f"{behind} is behind: it {standing.reason}. {waiting}."


def _named(ranks: Sequence[str]) -> str:
    """Return ranks in words; a long list is cut."""
    if len(ranks) == 1:
        rank = ranks[0]
        return f"Rank {rank}" if is_number(rank) else f"The process {rank}"
    listed = ", ".join(ranks[:NAMED])
    more = len(ranks) - NAMED
    if more > 0:
        listed += f" and {more} more"
    return f"Each of the ranks {listed}"


def _commands(behind: Sequence[str]) -> tuple[str, ...]:
    suspect = "each rank"
    if behind:
        suspect = f"rank {behind[0]}, then of one that waits"
    return (
        f"py-spy dump --pid PID  # of the process of {suspect}",
        "TORCH_NCCL_TRACE_BUFFER_SIZE=2000 TORCH_NCCL_DUMP_ON_TIMEOUT=1  # in the next run",
        "dmesg -T | grep -iE 'xid|oom|killed'  # on the machine of the rank that is behind",
    )
