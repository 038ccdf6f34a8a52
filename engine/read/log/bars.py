"""Progress bars from their first frame to their last: which of their values are points of a curve.

A bar is drawn again and again, and what it shows may stand there since the bar before.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from engine.read.log.frames import Frame

# Name, split and value.
Value = tuple[str, str, float]
# Name and split.
_Name = tuple[str, str]
# Position in the bar and value.
_Reading = tuple[float, float]

_COMPLETE = 0.95  # of the total
_LEAST_FRAMES = 3  # to tell whether a value changes within a bar


class Point(NamedTuple):
    """One value of a bar; session counts the bars with the same head."""

    name: str
    split: str
    session: int
    epoch: float
    position: float
    value: float
    part: int = 0


@dataclass
class _Session:
    """One bar from its first frame to its last."""

    number: int
    epoch: float
    total: float
    position: float = -1.0
    is_mean: bool = False
    is_again: bool = False  # under a header that had a bar already
    part: int = 0  # of the log: one for each run in it
    points: dict[_Name, list[_Reading]] = field(default_factory=dict)

    @property
    def is_complete(self) -> bool:
        if math.isnan(self.total):
            return True
        return self.position >= _COMPLETE * self.total

    def readings(self, name: _Name) -> list[_Reading]:
        """Return what the frames showed under a name, none for one that they did not have."""
        return self.points.get(name, [])

    def last(self, name: _Name) -> _Reading:
        readings = self.points[name]
        return readings[-1]

    def add(self, position: float, values: list[Value]) -> None:
        """Add the values of a frame; one that is drawn again at its position counts once."""
        self.position = position
        for name, split, value in values:
            key = (name, split)
            readings = self.points.setdefault(key, [])
            if readings and readings[-1][0] == position:
                readings.pop()
            reading = (position, value)
            readings.append(reading)

    def point(self, name: _Name, reading: _Reading) -> Point:
        """Return a reading as a point of the log."""
        position, value = reading
        return Point(
            *name,
            self.number,
            self.epoch,
            position,
            value,
            self.part,
        )


@dataclass
class Bars:
    """All bars of a log, by head.

    header: counts the header lines (Epoch 3/10) so far; a second bar of values under one is an
    evaluation.
    """

    header: int = 0
    part: int = 0
    sessions: dict[str, list[_Session]] = field(default_factory=dict)
    headers: dict[str, int] = field(default_factory=dict)

    def add(
        self,
        frame: Frame,
        epoch: float,
        values: list[Value],
    ) -> None:
        """Add a frame with its values; epoch is that of the log above."""
        if not values and frame.head not in self.sessions:
            return
        if math.isfinite(frame.epoch):
            epoch = frame.epoch
        names = {(name, split) for name, split, _ in values}
        known = self.sessions.setdefault(frame.head, [])
        is_next = not known or self._is_next(
            known[-1],
            frame,
            epoch,
            names,
        )
        if is_next:
            number = len(known)
            session = self._opened(frame, epoch, number)
            known.append(session)
            self.headers[frame.head] = self.header
        known[-1].add(frame.position, values)

    def _opened(
        self,
        frame: Frame,
        epoch: float,
        number: int,
    ) -> _Session:
        """Return the bar that a frame opens."""
        header = self.headers.get(frame.head)
        is_again = self.header > 0 and header == self.header
        return _Session(
            number,
            epoch,
            frame.total,
            is_mean=frame.is_mean,
            is_again=is_again and math.isnan(frame.epoch),
            part=self.part,
        )

    def _is_next(
        self,
        session: _Session,
        frame: Frame,
        epoch: float,
        names: Set[_Name],
    ) -> bool:
        """Say whether a frame opens another bar: behind a finished one that had more names, or with
        another position, total, epoch or header.
        """
        if frame.position < session.position:
            return True
        is_finished = session.position == session.total == frame.position
        has_fewer = names < session.points.keys()
        if session.is_mean and is_finished and has_fewer:
            return True
        # A frame without a total goes on with the bar, one without an epoch does not.
        has_no_total = math.isnan(frame.total) or math.isnan(session.total)
        if frame.total != session.total and not has_no_total:
            return True
        has_no_epoch = math.isnan(epoch) and math.isnan(session.epoch)
        if epoch != session.epoch and not has_no_epoch:
            return True
        last_header = self.headers[frame.head]
        return last_header != self.header

    def step_points(self) -> Iterator[Point]:
        """Yield the values of names that change from frame to frame."""
        for known, name in self._shown():
            if _is_of_steps(known, name):
                yield from _every_frame(known, name)

    def epoch_points(self) -> Iterator[tuple[Point, bool]]:
        """Yield the last value of each bar for the other names, and whether it is an evaluation."""
        for known, name in self._shown():
            if not _is_of_steps(known, name):
                yield from _last_frames(known, name)

    def _shown(self) -> Iterator[tuple[list[_Session], _Name]]:
        """Yield the bars with the same head together with each name that they show."""
        for known in self.sessions.values():
            names: dict[_Name, None] = {}
            for session in known:
                shown = dict.fromkeys(session.points)
                names.update(shown)
            for name in names:
                yield known, name


def _is_of_steps(known: list[_Session], name: _Name) -> bool:
    """Say whether each frame shows a value of its own, and no mean of those so far.

    known: all bars with the same head.
    """
    first = known[0]
    if first.is_mean:
        return False
    return _changes_within(known, name)


def _changes_within(known: list[_Session], name: _Name) -> bool:
    """Say whether a value changes several times within most bars that have several frames."""
    word = name[0].lower()
    if "step" in word:
        return True
    if "epoch" in word:
        return False
    long = 0
    changing = 0
    for session in known:
        values = [value for _, value in session.readings(name)]
        if len(values) < _LEAST_FRAMES:
            continue
        changes = sum(a != b for a, b in pairwise(values))
        long += 1
        if changes > 1:
            changing += 1
    return changing * 2 > long


def _every_frame(known: list[_Session], name: _Name) -> Iterator[Point]:
    """Yield each frame; the value that a bar took over from the one before is left out."""
    before = math.nan
    for session in known:
        readings = session.readings(name)
        is_stale = True
        for reading in readings:
            _, value = reading
            is_stale = is_stale and value == before
            if not is_stale:
                yield session.point(name, reading)
        if readings:
            _, before = readings[-1]


def _last_frames(known: list[_Session], name: _Name) -> Iterator[tuple[Point, bool]]:
    """Yield the last value of each bar, and of an unfinished one if it is the only one."""
    ended = _ended(known, name)
    is_constant = _is_constant(ended, name)
    before: float | None = None
    for session in ended:
        end = session.last(name)
        _, value = end
        is_left_over = value == before and not session.is_mean
        if is_left_over and not is_constant:
            continue  # it stands there since the bar before
        before = value
        point = session.point(name, end)
        yield point, session.is_again


def _ended(known: list[_Session], name: _Name) -> list[_Session]:
    """Return the bars whose last value of a name counts."""
    is_only = len(known) == 1
    ended = []
    for session in known:
        if not session.readings(name):
            continue
        if is_only or session.is_complete or not session.is_mean:
            ended.append(session)
    return ended


def _is_constant(sessions: list[_Session], name: _Name) -> bool:
    """Say whether the last values of all bars are one and the same."""
    values: set[float] = set()
    for session in sessions:
        _, value = session.last(name)
        values.add(value)
    return len(values) == 1
