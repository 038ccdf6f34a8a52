"""How quantities move, as a clause says it: "validation loss rises", "gradients explode"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.observe.words.clauses import Clause
from engine.observe.words.content import is_content
from engine.observe.words.figures.mentions import name_at
from engine.observe.words.figures.names import FIRST_WORDS, Kind
from engine.observe.words.figures.tokens import Token, tokens
from engine.observe.words.moves import Move, move_of
from engine.words_model.features import tokens as stems

_JOINING = frozenset(
    {
        "and",
        ",",
        "/",
        "&",
        "both",
        "-",
        "or",
    }
)
_WHOLE = re.compile(
    r"\b(?:part|term|component|portion|half|piece) (?:of|in)"
    r" (?:(?:the|my|our|total|whole|full) ){0,2}$"
)
_LESS_IS_BETTER: frozenset[Kind] = frozenset({"loss", "error", "amount"})
MOST_OTHER = 3  # content stems beside the courses, up to which nothing else is told


@dataclass(frozen=True, slots=True)
class Course:
    """How a quantity on a part of the data moves. split: empty where none is named."""

    quantity: str
    kind: Kind
    split: str
    move: Move
    clause: Clause


@dataclass(frozen=True, slots=True)
class _Subject:
    quantity: str
    kind: Kind
    splits: tuple[str, ...]
    start: int
    end: int


def courses_of(
    clause: Clause,
    earlier: Sequence[Course] = (),
) -> list[Course]:
    """Return the courses that a clause states; a quantity may be that of an earlier clause."""
    subjects = list(_subjects(clause.text, earlier))
    found: list[Course] = []
    for place, subject in enumerate(subjects):
        after = subjects[place + 1].start if place + 1 < len(subjects) else len(clause.text)
        move = move_of(
            clause.text,
            subject.start,
            subject.end,
            after,
        )
        if move is None:
            continue
        if move == "improves":
            move = "falls" if subject.kind in _LESS_IS_BETTER else "rises"
        for split in subject.splits or ("",):
            course = Course(
                subject.quantity,
                subject.kind,
                split,
                move,
                clause,
            )
            found.append(course)
    return found


def _subjects(
    text: str,
    earlier: Sequence[Course],
) -> Iterator[_Subject]:
    """Yield the quantities that a text names, with all parts of the data that belong to each."""
    read = tokens(text)
    last: Course | _Subject | None = earlier[-1] if earlier else None
    place = 0
    while place < len(read):
        if read[place].text not in FIRST_WORDS:
            place += 1
            continue
        found, place = _subject_at(read, place)
        if found is None:
            continue
        if found.kind == "loss" and _WHOLE.search(text, 0, found.start):
            continue  # "the KL part of the loss rises": the loss need not
        if not found.quantity and last is not None:
            found = _Subject(
                last.quantity,
                last.kind,
                found.splits,
                found.start,
                found.end,
            )
        if found.quantity:
            last = found
            yield found


def _subject_at(
    read: Sequence[Token],
    place: int,
) -> tuple[_Subject | None, int]:
    """Return the names from a place on, joined by small words, and the place behind them."""
    quantity, splits = "", []
    kind: Kind = "other"
    start, end = read[place].start, 0
    at = place
    while at < len(read):
        named = name_at(read, at)
        if named is None:
            if end and read[at].text in _JOINING:
                at += 1
                continue
            break
        if named.quantity:
            if quantity:
                break
            quantity, kind = named.quantity, named.kind
        elif quantity and end:
            break
        else:
            splits.append(named.split)
        end = named.end
        at += named.count
    if not end:
        return None, place + 1
    return _Subject(
        quantity,
        kind,
        tuple(splits),
        start,
        end,
    ), max(at, place + 1)


def tells_courses_only(
    clause: Clause,
    courses: Sequence[Course],
) -> bool:
    """Say whether little but the courses is told, so that phrasings need not be asked."""
    named = 2 * len(courses)  # a quantity or split, and a movement
    content = [stem for stem in stems(clause.text) if is_content(stem)]
    return len(content) <= 2 * named + MOST_OTHER
