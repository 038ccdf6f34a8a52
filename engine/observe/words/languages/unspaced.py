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
_WIDE = range(0xFF10, 0xFF5B)
_HALF_WIDTH = {code: code - 0xFEE0 for code in _WIDE if chr(code).isalnum()}
_POINT = re.compile(r"(?<=[0-9])\uff0e(?=[0-9])")
_BUT = ", but"
_VERB_ENDS = frozenset("\u308b\u305f\u3060\u3059\u3044\u3093")  # ru, ta, da, su, i, n
_ENDS = frozenset(".,;!?\n")
# A run of plain text between the characters: English words, figures and signs.
_PLAIN = re.compile(r"[\x21-\x7e]++(?>(?:[ \t]++[\x21-\x7e]++)*)")
_FIGURE_GOES_ON = re.compile(r"\.?\d|%")
_LETTER = re.compile(r"[A-Za-z]")
CHARACTER_WEIGHT = 2  # letters that one character stands for


def pieces_of(
    text: str,
    terms: Lexicon,
) -> Iterator[Piece]:
    """Yield the pieces of a text in their order."""
    read = in_half_width(text)
    place = 0
    while place < len(read):
        piece = _piece_at(
            read,
            place,
            terms,
        )
        yield piece
        place = piece.end


def in_half_width(text: str) -> str:
    """Return the text with letters and figures of half width, at the same places."""
    return _POINT.sub(".", text.translate(_HALF_WIDTH))


def with_subjects(pieces: Iterable[Piece], text: str) -> Iterator[Piece]:
    """Read the Japanese `ga` behind a noun as the end of a subject, and behind a verb as `but`."""
    for piece in pieces:
        is_but = piece.english == _BUT and text[piece.start] == "\u304c"
        if is_but and text[piece.start - 1 : piece.start] not in _VERB_ENDS:
            yield Piece(
                ",",
                piece.start,
                piece.end,
            )
        else:
            yield piece


def with_negation_first(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Put a negation in front of the verb that it ends, as Japanese ones do.

    `x shika ... nai` is only x: its negation denies nothing.
    """
    last: Piece | None = None
    limited = False
    for piece in pieces:
        limited = piece.english == "only" or (limited and piece.english[:1] not in _ENDS)
        if piece.english == "not" and limited:
            limited = False
            continue
        if last is not None and piece.english == "not" and _is_adjacent(last, piece):
            last = _denied(last, piece)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def _denied(
    verb: Piece,
    negation: Piece,
) -> Piece:
    letters = verb.letters + negation.letters
    return Piece(
        f"not {verb.english}",
        verb.start,
        negation.end,
        letters,
    )


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
        if english is not None and not _is_cut(text, end):
            letters = CHARACTER_WEIGHT * (end - place) * bool(english)
            return Piece(
                english,
                place,
                end,
                letters,
            )
    return _single(text[place], place)


def _is_cut(text: str, end: int) -> bool:
    """Say whether a figure goes on where a term ends: the 0 of a term is not that of 0.99."""
    return text[end - 1].isdecimal() and _FIGURE_GOES_ON.match(text, end) is not None


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
