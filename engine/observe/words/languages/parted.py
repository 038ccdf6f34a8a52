"""Terms of two parts with other words in between: `sagt … voraus`, `ne … plus`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.observe.words.languages.lexicon import Lexicon, Parted

FARTHEST = 12  # words and marks between the parts
# What ends a clause, and the words that open the next one.
_ENDS = frozenset({"und", "aber", "oder", "obwohl", "wenn", "sobald", "dann"})


@dataclass(frozen=True, slots=True)
class Found:
    """Where the parts of a term stand, by the numbers of their words, and the English of each."""

    first: range
    last: range
    english: str
    behind: str


def parted_terms(
    words: Sequence[str],
    terms: Lexicon,
) -> Iterator[Found]:
    """Yield the terms of two parts, of each opening the one whose other part is nearest."""
    for place, word in enumerate(words):
        parts = terms.parted.get(word, ())
        searched = [_found(part, words, place, terms.closes) for part in parts]
        matching = list(filter(None, searched))
        if matching:
            yield min(matching, key=_nearest)


def _nearest(found: Found) -> tuple[int, int]:
    """Order by the distance of the parts; of two at one place the longer comes first."""
    return found.last.start, -len(found.last)


def _found(
    part: Parted,
    words: Sequence[str],
    place: int,
    closes: bool,
) -> Found | None:
    if not _stands(part.first, words, place):
        return None
    start = place + len(part.first)
    farthest = min(
        start + FARTHEST,
        len(words),
    )
    for behind in range(start, farthest):
        if _is_mark(words[behind]):
            return None
        end = behind + len(part.last)
        if not _stands(part.last, words, behind):
            continue
        if not closes or _is_end(words, end):
            return Found(
                range(place, start),
                range(behind, end),
                part.english,
                part.behind,
            )
    return None


def _stands(
    part: tuple[str, ...],
    words: Sequence[str],
    place: int,
) -> bool:
    return tuple(words[place : place + len(part)]) == part


def _is_mark(word: str) -> bool:
    """Say whether a word is a mark between clauses; an apostrophe or a hyphen is none."""
    return word[:1] in {".", ",", ";", ":", "!", "?", "\n", "("}


def _is_end(words: Sequence[str], place: int) -> bool:
    if place >= len(words):
        return True
    return _is_mark(words[place]) or words[place] in _ENDS
