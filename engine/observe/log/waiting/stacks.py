"""Read who is behind from stacks of many ranks: `py-spy dump`, or Python's faulthandler.

The ranks that wait stand in a collective operation; the one that is behind stands elsewhere. Where
all stand in one, the few that came from another line of the program are out of step.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from engine.observe.log.waiting.frames import Frame, frame_of
from engine.observe.log.waiting.standing import Standing, in_order

# Each thread of a process has a heading of its own.
_SPY_THREAD = re.compile(
    r"^\s{0,4}Thread \S{1,40} \((?:active|idle)[^)]{0,20}\)(?:: \"([^\"]{1,60})\")?"
)
_FAULT_THREAD = re.compile(r"^\s{0,4}(Current thread|Thread) 0x[0-9a-f]{1,16}")
_PROCESS = re.compile(r"^\s{0,4}Process (\d{1,9}):")
_RANK = re.compile(r"(?:\b|local[_-])rank[ _:=#-]{1,3}(\d{1,6})\b", re.IGNORECASE)


@dataclass(slots=True)
class _Stack:
    """The main thread of one rank, innermost frame first."""

    rank: str
    frames: list[Frame] = field(default_factory=list)

    @property
    def collective(self) -> str:
        """The innermost collective operation that the rank stands in; empty without one."""
        for frame in self.frames:
            if frame.is_collective:
                return frame.function
        return ""

    @property
    def place(self) -> str:
        """The innermost line of the program itself, else of any file."""
        for frame in self.frames:
            if frame.is_own:
                return frame.place
        return self.frames[0].place


class _Stacks:
    """The stacks of a text, read line by line.

    A rank is named in the command line of a process or in a heading above it; else the number of
    the process stands for it, or the place of the stack in the text.
    """

    def __init__(self) -> None:
        self.every: list[_Stack] = []
        self._rank = ""
        self._is_main = False

    def read(self, line: str) -> None:
        frame = frame_of(line)
        if frame is None:
            self._read_heading(line)
        elif self._is_main:
            self.every[-1].frames.append(frame)

    def _read_heading(self, line: str) -> None:
        rank = _RANK.search(line[:400])
        process = _PROCESS.match(line)
        if rank:
            self._rank = rank[1]
        elif process and not self._rank:
            self._rank = f"pid {process[1]}"
        is_main = _starts_main_thread(line)
        if is_main is None:
            return
        self._is_main = is_main
        if is_main:
            rank_or_place = self._rank or str(len(self.every))
            self.every.append(_Stack(rank_or_place))
            self._rank = ""


def _starts_main_thread(line: str) -> bool | None:
    """Return whether a heading is that of the main thread; None where the line is no heading."""
    spy = _SPY_THREAD.match(line)
    if spy:
        return spy[1] in (None, "MainThread")
    fault = _FAULT_THREAD.match(line)
    if fault:
        return fault[1] == "Current thread"
    return None


def read_stacks(lines: Sequence[str]) -> Standing | None:
    """Return who is behind; None where fewer than two stacks are there, or none waits."""
    read = _Stacks()
    for line in lines:
        read.read(line)
    outside = {}
    waiting = {}
    calls = []
    for stack in read.every:
        if not stack.frames:
            continue
        if stack.collective:
            calls.append(stack.collective)
            waiting[stack.rank] = stack.place
        else:
            outside[stack.rank] = stack.place
    if not waiting or len(waiting) + len(outside) < 2:
        return None
    call = _most_frequent(calls)
    if outside:
        reason = f"stands in {_first(outside)}"
        return Standing(in_order(outside), reason, call)
    return _out_of_step(waiting, call)


def _out_of_step(places: Mapping[str, str], call: str) -> Standing:
    """Return the few ranks that wait at another line of the program than most do."""
    usual = _most_frequent(places.values())
    others = {rank: place for rank, place in places.items() if place != usual}
    are_few = 0 < len(others) * 2 < len(places)
    if not are_few:
        return Standing((), "", call)
    reason = f"waits at another line than the others: {_first(others)}"
    return Standing(in_order(others), reason, call)


def _first(places: Mapping[str, str]) -> str:
    first, *_ = in_order(places)
    return places[first]


def _most_frequent(words: Iterable[str]) -> str:
    counted = Counter(words)
    [(word, _)] = counted.most_common(1)
    return word
