"""Chinese and Japanese: the longest term of the lexicon at each place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from engine.observe.words.languages.lexicon import Lexicon
from engine.observe.words.languages.understood import Piece

# Signs of full width are written as those of half width.
_MARKS = {
    "\u3002": ". ",
    "\uff0e": ".",
    "\uff0c": ", ",
    "\u3001": ", ",
    "\uff01": "! ",
    "\uff1f": "? ",
    "\uff1b": "; ",
    "\uff1a": ": ",
    "\uff05": "%",
    "\uff08": "(",
    "\uff09": ")",
    "\u2192": "->",
}
# A run of plain text between the characters: English words, figures and signs.
_PLAIN = re.compile(r"[\x21-\x7e]++(?:[ \t]++[\x21-\x7e]++)*+")
_LETTER = re.compile(r"[A-Za-z]")
CHARACTER_WEIGHT = 2  # letters that one character stands for


def pieces_of(
    text: str,
    terms: Lexicon,
) -> Iterator[Piece]:
    """Yield the pieces of a text in their order."""
    place = 0
    while place < len(text):
        piece = _piece_at(
            text,
            place,
            terms,
        )
        yield piece
        place = piece.end


def with_negation_first(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Put a negation in front of the verb that it ends, as Japanese ones do."""
    last: Piece | None = None
    for piece in pieces:
        if last is not None and piece.english == "not" and _is_adjacent(last, piece):
            letters = last.letters + piece.letters
            last = Piece(
                f"not {last.english}",
                last.start,
                piece.end,
                letters,
            )
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def _is_adjacent(
    verb: Piece,
    negation: Piece,
) -> bool:
    return verb.english[-1:].isalpha() and verb.end == negation.start


def _piece_at(
    text: str,
    place: int,
    terms: Lexicon,
) -> Piece:
    plain = _PLAIN.match(text, place)
    if plain is not None:
        words = plain[0]
        return Piece(
            words,
            place,
            plain.end(),
            len(_LETTER.findall(words)),
        )
    for end in range(
        min(len(text), place + terms.longest),
        place,
        -1,
    ):
        english = terms.whole.get(text[place:end])
        if english is not None:
            letters = CHARACTER_WEIGHT * (end - place) * bool(english)
            return Piece(
                english,
                place,
                end,
                letters,
            )
    return _single(text[place], place)


def _single(
    character: str,
    place: int,
) -> Piece:
    end = place + 1
    if character in _MARKS:
        return Piece(
            _MARKS[character].strip(),
            place,
            end,
        )
    if character == "\n":
        return Piece(
            "\n",
            place,
            end,
        )
    if "\uff10" <= character <= "\uff19":
        return Piece(
            chr(ord(character) - 0xFEE0),
            place,
            end,
        )
    if character.isalpha():
        return Piece(
            "",
            place,
            end,
            CHARACTER_WEIGHT,
            known=False,
        )
    return Piece(
        "",
        place,
        end,
    )
