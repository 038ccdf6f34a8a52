"""From tokens to figures: which quantity, of which part of the data, has which values.

A value belongs to the names in front of it (`train acc: 0.99`), else to those behind it (`99 %
accuracy on the training set`). Further values continue it: `0.9 -> 0.3`, `0.61, 0.55, 0.58`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from engine.observe.words.figures.figure import Figure
from engine.observe.words.figures.mentions import (
    Behind,
    Name,
    is_in_name,
    name_at,
    names_behind,
)
from engine.observe.words.figures.names import Kind
from engine.observe.words.figures.small_words import (
    COUNTED_BEHIND,
    OTHERWISE,
    UNITS,
)
from engine.observe.words.figures.tokens import Token, tokens

MOST_FIGURES = 80
FAR = 8  # words between a name and its value
CELL = "|"  # parts the cells of a table
MOST_OTHERWISE = 4  # of these words
_STEPS_ON = frozenset(
    {
        "->",
        "-->",
        "--->",
        "=>",
        "\u2192",
        "to",
        "then",
    }
)
_JOINING = frozenset(
    {
        ",",
        "/",
        "-",
        "and",
        "or",
        "vs",
        "versus",
        "&",
        "on",
        "the",
        "my",
        "both",
        "of",
    }
)
_NOW = frozenset(
    {
        "now",
        "later",
        "afterwards",
        "currently",
        "today",
        "finally",
    }
)
_BEGAN = frozenset(
    {
        "start",
        "beginning",
        "first",
        "epoch",
        "step",
        "initially",
    }
)
_ENDED = frozenset(
    {
        "after",
        "end",
        "epoch",
        "step",
        "later",
    }
)


@dataclass(slots=True)
class _State:
    """What was named and has no value yet, within a sentence."""

    quantity: str = ""
    kind: Kind = "other"
    splits: list[str] = field(default_factory=list)
    fresh: bool = False
    start: int = 0
    words: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Reader:
    tokens: Sequence[Token]
    found: list[Figure] = field(default_factory=list)
    state: _State = field(default_factory=_State)

    def read(self) -> list[Figure]:
        place = 0
        while place < len(self.tokens) and len(self.found) < MOST_FIGURES:
            place += self._take(place)
        return self.found

    def _take(self, place: int) -> int:
        """Read on at a token, and return how many tokens were read."""
        token = self.tokens[place]
        if token.kind == "end":
            self.state = _State()
            return 1
        if token.is_number or token.is_not_finite:
            return self._value(place)
        named = name_at(self.tokens, place)
        if named is not None:
            self._name(named)
            return named.count
        self._word(token)
        return 1

    def _word(self, token: Token) -> None:
        state = self.state
        if token.text == CELL:
            state.fresh = False
            state.splits = []
            return
        state.words.append(token.text)
        if state.fresh and len(state.words) > FAR:
            state.fresh = False
            state.splits = []

    def _name(self, named: Name) -> None:
        state = self.state
        if not state.fresh:
            state.splits = []
            state.words = []
            state.start = named.start
            state.fresh = True
        if named.quantity:
            state.quantity = named.quantity
            state.kind = named.kind
            state.words = []  # how far a value may stand counts from here
        if named.split:
            self._split(named)

    def _split(self, named: Name) -> None:
        """Add a part of the data to those that are joined to it, else begin with it anew."""
        state = self.state
        if state.splits and not _JOINING.issuperset(state.words):
            state.splits = []
            state.start = named.start
        if named.split not in state.splits:
            state.splits.append(named.split)

    def _value(self, place: int) -> int:
        token = self.tokens[place]
        if token.is_number and (token.value is None or self._counts(place)):
            return 1
        if token.is_not_finite and self._joins_the_last(place):
            self._add_beside(token)
            return 1
        behind = names_behind(self.tokens, place)
        if self._continues(place, behind):
            self._extend(token, behind)
            return 1 + behind.count
        if not self.state.fresh and not behind.any:
            self.state.words.append(token.text)
            return 1
        self._add(token, behind)
        return 1 + behind.count

    def _counts(self, place: int) -> bool:
        """Say whether a number counts things, is the value of a setting, or part of a name."""
        if not self.state.fresh and is_in_name(self.tokens, place):
            return True
        before = [token.text for token in self.tokens[max(place - 3, 0) : place]]
        while before and before[-1] in {
            "=",
            ":",
            "of",
            "is",
            "#",
            "to",
            "number",
        }:
            before.pop()
        after = self.tokens[place + 1 : place + 2]
        if before and before[-1] in COUNTED_BEHIND:
            return not self.tokens[place].percent
        return bool(after) and after[0].text in UNITS and not self.tokens[place].percent

    def _continues(self, place: int, behind: Behind) -> bool:
        """Say whether a value goes on with those in front: `a -> b`, `a, b`, `was a, now b`."""
        if self.state.fresh or not self.found or not self.tokens[place].is_number:
            return False
        between = self._behind_the_last(place)
        if behind.any:
            # "from 12 to 31 on the old set"
            adds_split = not behind.quantity and not self.found[-1].split
            return adds_split and len(between) == 1 and between[0] in _STEPS_ON
        if len(between) == 1 and between[0] in _STEPS_ON | {","}:
            return True
        if len(between) > FAR:
            return False
        return any(word in _NOW for word in between) or self._is_dated(place, between)

    def _joins_the_last(self, place: int) -> bool:
        """Say whether a value that is not finite is another of the last quantity: `0 or nan`."""
        if self.state.fresh or not self.found:
            return False
        between = self._behind_the_last(place)
        return 0 < len(between) <= MOST_OTHERWISE and OTHERWISE.issuperset(between)

    def _add_beside(self, token: Token) -> None:
        last = self.found[-1]
        other = replace(
            last,
            values=(math.nan,),
            end=token.end,
        )
        self.found.append(other)

    def _behind_the_last(self, place: int) -> list[str]:
        """Return the words between the last figure and a place, no more than may be between."""
        nearest = self.tokens[max(place - FAR - 1, 0) : place]
        end = self.found[-1].end
        return [token.text for token in nearest if token.start >= end]

    def _is_dated(
        self,
        place: int,
        between: list[str],
    ) -> bool:
        """Say whether two values are of two times: `2.31 at the start and 2.30 after 10 epochs`."""
        after = [token.text for token in self.tokens[place + 1 : place + 4]]
        return bool(_BEGAN & set(between)) and bool(_ENDED & set(after))

    def _extend(self, token: Token, behind: Behind) -> None:
        last = self.found[-1]
        self.found[-1] = Figure(
            last.quantity,
            last.kind,
            last.split or behind.split,
            (*last.values, token.value or 0.0),
            last.percent or token.percent,
            last.start,
            max(token.end, behind.end),
            last.words,
        )

    def _add(
        self,
        token: Token,
        behind: Behind,
    ) -> None:
        state = self.state
        if token.is_not_finite and behind.any and "," in state.words:
            # "finite loss, NaN gradients"
            state.fresh = False
        quantity, kind = state.quantity, state.kind
        if not state.fresh and behind.quantity:
            quantity, kind = behind.quantity, behind.kind
        split = behind.split
        if state.fresh and state.splits:
            split = state.splits.pop(0)
        value = token.value if token.value is not None else float("nan")
        start = min(state.start, token.start) if state.fresh else token.start
        named_kind = kind if quantity else "other"
        self.found.append(
            Figure(
                quantity,
                named_kind,
                split,
                (value,),
                token.percent,
                start,
                max(token.end, behind.end),
                (*state.words, *behind.words),
            )
        )
        state.quantity, state.kind = quantity, kind
        state.fresh = bool(state.splits)
        state.words = []


def figures(text: str) -> list[Figure]:
    """Return the figures that a text in plain spelling states."""
    return _Reader(tokens(text)).read()
