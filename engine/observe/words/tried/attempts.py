"""Read what somebody tried and what it did: "lowering the learning rate did not help".

A cure that failed speaks against the failures that it cures, and its words speak for none of them:
who writes that clipping changed nothing does not describe exploding gradients.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from engine.observe.words.clauses import clauses
from engine.observe.words.figures.figure import Span, Stated
from engine.observe.words.intent import judge
from engine.observe.words.tried.effects import DID_NOTHING, HELPED, Signs
from engine.observe.words.tried.parts import Change, Part, parts

# Who tells of an attempt and not how it went, and still asks for help, tells that it failed.
UNTOLD = 0.25
_HYPOTHETICAL = re.compile(
    r"\b(?:should|could|would|might|may|maybe|perhaps|suggest\w{0,4}|recommend\w{0,4}|think|guess"
    r"|suspect|believe|will|want to|going to try|plan to|shall|let me)\b"
)


def tried(text: str) -> Iterator[Stated]:
    """Yield the signs that attempts and their outcomes show, in an English text."""
    waiting: tuple[Change, ...] = ()
    announced: Part | None = None  # "nothing helped:" in front of a list
    for part in _every_part(text):
        if part.outcome is not None:
            bound = part.changes
            if part.looks_back:
                bound, waiting = (*waiting, *bound), ()
            yield from _signs(bound, part)
            announced = part if not bound and part.outcome == "nothing" else None
        elif announced is not None:
            yield from _signs(part.changes, announced)
        else:
            waiting = (*waiting, *part.changes)
    for change in waiting:
        if change.is_attempt:
            yield from _untold(change)


def _every_part(text: str) -> Iterator[Part]:
    for clause in clauses(text):
        judged = judge(clause)
        stated = clause if judged.kind == "satisfied" else judged.stated
        if stated is not None and not _HYPOTHETICAL.search(stated.text):
            yield from parts(stated)


def _signs(
    changes: Iterable[Change],
    part: Part,
) -> Iterator[Stated]:
    if part.outcome is None:
        return
    for change in changes:
        quoted = _joined(change.span, part.span)
        signs = change.effect.of(part.outcome)
        if part.is_nan:
            yield Stated("loss-non-finite", HELPED, "", (quoted,), quoted=quoted)
        for symptom, strength in signs.items():
            yield Stated(
                symptom,
                strength,
                "",
                _weighed(change, signs),
                quoted=quoted,
            )


def _weighed(
    change: Change,
    signs: Signs,
) -> tuple[Span, ...]:
    """Return the place of a cure that failed; the name of one that helped tells what was wrong."""
    has_failed = DID_NOTHING in signs.values()
    return (change.span,) if has_failed and not change.effect.is_amount else ()


def _joined(
    first: Span,
    second: Span,
) -> Span:
    return min(first[0], second[0]), max(first[1], second[1])


def _untold(change: Change) -> Iterator[Stated]:
    for symptom, strength in change.effect.nothing.items():
        if strength == DID_NOTHING:
            yield Stated(
                symptom,
                UNTOLD,
                "",
                (change.span,),
                quoted=change.span,
            )
