"""The parts of a clause: the changes that each names, and the outcome that it tells of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from engine.observe.words.clauses import Clause
from engine.observe.words.figures.figure import Span
from engine.observe.words.tried.effects import ON_ITS_OWN, Effect, effect_of
from engine.observe.words.tried.marks import Mark, Outcome, Way, marks

_COMMA = re.compile(r",\s++")
_ATTEMPT = re.compile(r"\b(?:tried|trying|already)\b")
# An outcome that speaks of what stands in front of it: "it works now", "nothing helped".
_ABOUT_BEFORE = re.compile(
    r"^(?:(?:and|but|now|then|so|still|however|yet)\b ?,? ?){0,3}"
    r"(?:it|that|this|which|both|they|everything|none|nothing|no|neither|the (?:problem|issue|error"
    r"|result|loss|same)|same)\b"
)
_CURES = re.compile(r"(?:help|fix|solve|cure|prevent|repair|improve|\w+ (?:\w+ )?help)")
_SAMENESS = re.compile(r"\b(?:same|identical|unchanged)\b")
_VALUE = re.compile(r"(?<![\w.])\d")
NEAR = 14  # characters between a thing and the way behind it: "learning rate 10 times lower"
_BEHIND: frozenset[Way | None] = frozenset({"less", "more", "off"})
_HOLDS_ON: frozenset[Way] = frozenset({"less", "more", "off", "any"})


@dataclass(frozen=True, slots=True)
class Change:
    """A change that somebody made. span: where the text says so."""

    effect: Effect
    span: Span
    is_attempt: bool


@dataclass(frozen=True, slots=True)
class Part:
    """Changes, and what is told of their outcome.

    span: place of the outcome. looks_back: the outcome is that of earlier parts as well.
    is_nan: the outcome is NaN, and the change has a value: that is how this run ends.
    """

    changes: tuple[Change, ...] = ()
    outcome: Outcome | None = None
    span: Span = (0, 0)
    looks_back: bool = True
    is_nan: bool = False


def parts(clause: Clause) -> Iterator[Part]:
    """Yield the parts of a clause in order; a way holds on behind a comma: "tried a, b and c"."""
    way: Way | None = None
    is_attempt = _ATTEMPT.search(clause.text) is not None
    start = 0
    for comma in (*_COMMA.finditer(clause.text), None):
        end = comma.start() if comma else len(clause.text)
        segment = Clause(clause.text[start:end], clause.start + start)
        found = list(marks(segment.text))
        yield from _Reader(segment, is_attempt, way).parts(found)
        ways = [mark.way for mark in found if mark.way]
        way = ways[-1] if ways else way
        start = comma.end() if comma else end


@dataclass(slots=True)
class _Reader:
    """Reads the marks between two commas, in order.

    way: that which holds for the next thing. way_from: where it is told here, None where it is that
    of an earlier part. leading: an outcome in front of the changes.
    """

    segment: Clause
    is_attempt: bool
    way: Way | None
    way_from: int | None = None
    changes: list[Change] = field(default_factory=list)
    leading: Mark | None = None

    def parts(self, found: Sequence[Mark]) -> Iterator[Part]:
        for place, mark in enumerate(found):
            if mark.way is not None:
                self._tell_way(mark, mark.way)
            elif mark.outcome is None:
                told = _way_of(found[place:], self.way)
                self._change(mark, told)
            elif self.changes:
                yield self._part(mark, looks_back=self.way_from is None)
                self._begin()
            else:
                self.leading = mark
        if self.leading is not None:
            points_back = _ABOUT_BEFORE.match(self.segment.text) is not None
            yield self._part(
                self.leading,
                looks_back=points_back and not self.changes,
            )
        elif self.changes:
            yield Part(tuple(self.changes))

    def _begin(self) -> None:
        self.changes = []
        self.way = self.way_from = self.leading = None

    def _tell_way(
        self,
        mark: Mark,
        way: Way,
    ) -> None:
        if self.way_from is None:
            self.way_from = mark.start
            self.way = way
        else:
            self.way = _next_way(self.way, way)

    def _change(
        self,
        mark: Mark,
        way: Way | None,
    ) -> None:
        effect = effect_of(mark.thing, way) if way else None
        if effect is None:
            return
        start = mark.start if self.way_from is None else self.way_from
        change = Change(
            effect,
            self._span(start, mark.end),
            self.is_attempt,
        )
        self.changes.append(change)

    def _part(
        self,
        mark: Mark,
        looks_back: bool,
    ) -> Part:
        has_value = _VALUE.search(self.segment.text) is not None
        return Part(
            tuple(self.changes),
            mark.outcome,
            self._span(mark.start, mark.end),
            looks_back,
            is_nan=has_value and mark.text.startswith("nan"),
        )

    def _span(
        self,
        start: int,
        end: int,
    ) -> Span:
        return self.segment.start + start, self.segment.start + end


def _next_way(
    known: Way | None,
    read: Way,
) -> Way:
    """Return the way that holds on: "without using" leaves a thing out, "tried lower" lowers it."""
    return known if known and read == "on" and known in _HOLDS_ON else read


def _way_of(
    found: Sequence[Mark],
    before: Way | None,
) -> Way | None:
    """Return the way in which the first mark, a thing, is changed: as told before it or behind."""
    thing, *behind = found
    if before in _HOLDS_ON and before != "any":
        return before
    if behind and _is_behind(thing, behind):
        return behind[0].way
    if before is not None or not behind:
        return before
    after = behind[0]
    is_cure = after.outcome is not None and _CURES.match(after.text) is not None
    if is_cure or (after.outcome == "nothing" and not _SAMENESS.search(after.text)):
        return ON_ITS_OWN.get(thing.thing)
    return None


def _is_behind(
    thing: Mark,
    behind: Sequence[Mark],
) -> bool:
    """Say whether the way that follows is that of the thing and not of another one behind it."""
    way = behind[0]
    leads_on = len(behind) > 1 and behind[1].thing
    return way.way in _BEHIND and way.start - thing.end <= NEAR and not leads_on
