"""Read who is behind from the lines of PyTorch's watchdog.

Source: ProcessGroupNCCL.cpp of PyTorch 1.9 to 2.9. The numbers of operations are compared only
within one process group; the group that most ranks report of is looked at.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from engine.observe.log.ranks import moment_of, rank_of
from engine.observe.log.waiting.standing import Standing, in_order, lowest, silent

_LITERALS = ("WorkNCCL(", "last enqueued")
_GROUP = re.compile(r"\[PG (?:ID )?(\w{1,40})")
_WORK = re.compile(
    r"WorkNCCL\(SeqNum=(\d{1,12}), OpType=(\w{1,40})[^\n]{0,300}ran for (\d{1,12}) milliseconds"
)
_ENQUEUED = re.compile(r"last enqueued (?:NCCL )?work: (\d{1,12})")


class _Group:
    """What the ranks of one process group report.

    enqueued: rank -> number of the last operation that it was given. waits_in: rank -> number of
    the operation that did not end. calls: rank -> name of that operation.
    """

    def __init__(self) -> None:
        self.enqueued: dict[str, int] = {}
        self.waits_in: dict[str, int] = {}
        self.calls: dict[str, str] = {}
        self.milliseconds = 0
        self.reported_at = ""

    @property
    def ranks(self) -> set[str]:
        """All ranks that report."""
        ranks = set(self.enqueued)
        return ranks.union(self.waits_in)

    @property
    def call(self) -> str:
        """The operation that most ranks wait in; empty if none is named."""
        calls = self.calls.values()
        counted = Counter(calls)
        for call, _ in counted.most_common(1):
            return call
        return ""

    @property
    def since(self) -> str:
        """How long the longest wait was, and when it was reported."""
        if not self.milliseconds:
            return ""
        seconds = self.milliseconds / 1000
        since = f"for {seconds:.0f} s"
        if self.reported_at:
            since += f" at {self.reported_at}"
        return since


def read_watchdog(lines: Sequence[str]) -> Standing | None:
    """Return who is behind; None where no watchdog speaks."""
    groups: dict[str, _Group] = {}
    for line in lines:
        if any(literal in line for literal in _LITERALS):
            _add(groups, line)
    if not groups:
        return None
    every = groups.values()
    group = max(every, key=_size)
    for behind, reason in _signs(group):
        if behind:
            return Standing(
                behind,
                reason,
                group.call,
                group.since,
            )
    if not group.calls:
        return None
    return Standing(
        behind=(),
        call=group.call,
        since=group.since,
    )


def _size(group: _Group) -> int:
    return len(group.ranks)


def _signs(group: _Group) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the ranks that each sign shows to be behind, with the reason; the surest first."""
    yield lowest(group.enqueued), "started fewer operations than the others"
    yield lowest(group.waits_in), "waits in an earlier operation than the others"
    yield _in_another_call(group), "waits in another operation than the others"
    yield silent(group.ranks), "reports nothing, while the others wait"


def _in_another_call(group: _Group) -> tuple[str, ...]:
    usual = group.call
    others = []
    for rank, call in group.calls.items():
        if call != usual:
            others.append(rank)
    return in_order(others)


def _add(groups: dict[str, _Group], line: str) -> None:
    """Add what a line tells to its process group; a line without a rank tells nothing."""
    rank = rank_of(line)
    enqueued = _ENQUEUED.search(line)
    work = _WORK.search(line)
    if not rank or not (enqueued or work):
        return
    named = _GROUP.search(line)
    name = named[1] if named else ""
    group = groups.setdefault(name, _Group())
    if enqueued:
        number = int(enqueued[1])
        group.enqueued[rank] = number
    if work:
        _add_work(group, rank, work)


def _add_work(group: _Group, rank: str, work: re.Match[str]) -> None:
    """Add an operation that did not end; the first report of the group gives the time."""
    number, call, waited = work.groups()
    group.waits_in[rank] = int(number)
    group.calls[rank] = call
    milliseconds = int(waited)
    group.milliseconds = max(group.milliseconds, milliseconds)
    moment = moment_of(work.string)
    if moment is not None and not group.reported_at:
        _, _, time = moment
        whole_seconds, _, _ = time.partition(".")
        group.reported_at = whole_seconds
