"""A text in the English words of the field, and where each of them stands in the original."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

ENGLISH = "English"
ENOUGH = 0.5  # share of the letters from which words are evidence


@dataclass(frozen=True, slots=True)
class Piece:
    """English words, and the characters of the original that they stand for.

    letters: how many letters of the original these are; 0 for small words that say nothing.
    known: whether they were understood.
    """

    english: str
    start: int
    end: int
    letters: int = 0
    known: bool = True


@dataclass(frozen=True, slots=True)
class Understood:
    """A text as the readers of words take it.

    text: in English words; the original itself where that is English.
    share: of the letters of the original that were understood, from 0 to 1.
    language: its English name, `unknown` for one that is not recognized.
    places: (start in the text, end, start in the original, end) of each piece, in order of the
        text; empty where the text is the original.
    """

    original: str
    text: str
    share: float
    language: str
    places: tuple[tuple[int, int, int, int], ...] = ()

    @property
    def is_enough(self) -> bool:
        """Say whether so much was understood that words are evidence."""
        return self.share >= ENOUGH

    def quote(self, start: int, end: int) -> str:
        """Return what the original says at characters of the text."""
        if not self.places:
            return self.original[start:end].strip()
        touched = [place for place in self.places if place[0] < end and place[1] > start]
        if not touched:
            return ""
        first = min(place[2] for place in touched)
        last = max(place[3] for place in touched)
        return self.original[first:last].strip()


def in_english(original: str) -> Understood:
    """Return a text that needs no translation."""
    return Understood(original, original, 1.0, ENGLISH)


def put_together(
    original: str,
    pieces: Iterable[Piece],
    language: str,
) -> Understood:
    """Join pieces with blanks, and count the letters that were understood."""
    parts: list[str] = []
    places: list[tuple[int, int, int, int]] = []
    length = 0
    letters = known = 0
    for piece in pieces:
        letters += piece.letters
        known += piece.letters * piece.known
        if not piece.english or _is_said(piece.english, parts):
            continue
        start = length
        length += len(piece.english)
        parts.append(piece.english)
        places.append((start, length, piece.start, piece.end))
        length += 1
    share = known / letters if letters else 0.0
    return Understood(original, " ".join(parts), share, language, tuple(places))


def _is_said(english: str, before: list[str]) -> bool:
    """Say whether a question mark stands in front already, as a term that asks has one."""
    return english == "?" and bool(before) and before[-1].endswith("?")
