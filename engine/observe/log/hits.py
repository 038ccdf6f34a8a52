"""Match the lines of a text against the signatures, each line only where a literal stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from engine.observe.log import tables
from engine.observe.log.overflow import steps_of
from engine.observe.log.search import Lines, Literals
from engine.observe.log.tables.row import Signature
from engine.observe.measures.once import once_per_case
from engine.run import Case

QUOTED = 160
WEAK = 0.3  # strength of no more matches than a normal run has
_MOST_MATCHES = 100
_MOST_COUNTED = 2_000  # where the count matters
_NEGATION = re.compile(
    r"\b(?:no|not|never|without|isn't|aren't|don't|doesn't|didn't|nor)\b[^.;:,!?]{0,25}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Hit:
    """The matches of a signature.

    line: of the first match, counted from 0. quote: the text around it. lines: of all matches that
    were looked at. length: of the first match, in characters. is_usual: no more matches than a
    normal run has.
    """

    signature: Signature
    line: int
    quote: str
    lines: tuple[int, ...]
    length: int
    is_usual: bool

    @property
    def count(self) -> int:
        return len(self.lines)

    @property
    def strength(self) -> float:
        strength = self.signature.strength
        return min(WEAK, strength) if self.is_usual else strength


def _places_of_literals() -> dict[str, list[int]]:
    """Return for each literal the places in the tables of the signatures that have it."""
    places: dict[str, list[int]] = {}
    for place, signature in enumerate(tables.SIGNATURES):
        for literal in signature.literals:
            places.setdefault(literal, []).append(place)
    return places


_PLACES = _places_of_literals()
_LITERALS = Literals(_PLACES)


def hits(lines: Sequence[str], negatable: bool = False, steps: int = 0) -> list[Hit]:
    """Return the matches of each signature that has one, in the order of the tables.

    negatable: whether the lines are prose, where "no CUDA out of memory" reports none.
    steps: of the run, for messages that are normal up to a share of the steps.
    """
    if not lines:
        return []
    searched = Lines(lines)
    possible = _LITERALS.possible(searched.text)
    every: list[Hit] = []
    for place in _places(possible):
        signature = tables.SIGNATURES[place]
        literals = possible.intersection(signature.literals)
        if negatable and not signature.prose:
            continue
        if signature.beside not in searched.text:
            continue
        matched = _matched(signature, searched, literals, negatable)
        if matched:
            every.append(_hit(signature, lines, matched, steps))
    return every


@once_per_case
def logged_hits(case: Case) -> list[Hit]:
    """Return the matches in the log."""
    return hits(case.log, steps=steps_of(case))


@once_per_case
def quoted_hits(case: Case) -> list[Hit]:
    """Return the matches in the description, which are those of messages that it quotes."""
    return hits(case.description.splitlines(), negatable=True)


def _places(literals: Iterable[str]) -> list[int]:
    """Return the places in the tables of the signatures with one of the literals, in order."""
    places: set[int] = set()
    for literal in literals:
        places.update(_PLACES[literal])
    return sorted(places)


def _matched(
    signature: Signature,
    searched: Lines,
    literals: set[str],
    negatable: bool,
) -> dict[int, re.Match[str]]:
    """Return the match of each line that has one."""
    most = _MOST_COUNTED if signature.usual else _MOST_MATCHES
    matched: dict[int, re.Match[str]] = {}
    for number in searched.holding(literals):
        line = searched.lines[number]
        match = signature.pattern.search(line)
        if match is None:
            continue
        if negatable and _NEGATION.search(line, 0, match.start()):
            continue
        matched[number] = match
        if len(matched) == most:
            break
    return matched


def _hit(
    signature: Signature,
    lines: Sequence[str],
    matched: dict[int, re.Match[str]],
    steps: int,
) -> Hit:
    number, match = next(iter(matched.items()))
    usual = signature.usual + signature.usual_share * steps
    return Hit(
        signature,
        number,
        trimmed(lines[number], match.start()),
        tuple(matched),
        length=len(match[0]),
        is_usual=len(matched) <= usual,
    )


def trimmed(line: str, start: int = 0) -> str:
    """Return at most 160 characters around the beginning of the match."""
    line = line.rstrip()
    cut = 0
    if len(line) > QUOTED:
        cut = max(0, min(start - 40, len(line) - QUOTED))
    text = " ".join(line[cut : cut + QUOTED].split())
    return f"...{text}" if cut else text
