"""German, Spanish and French: the longest run of words that is a term, and parts of compounds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.observe.words.languages.borrowed import BORROWED
from engine.observe.words.languages.lexicon import (
    Lexicon,
    english_terms,
    lower_case,
    without_accents,
)
from engine.observe.words.languages.parted import parted_terms
from engine.observe.words.languages.understood import Piece
from engine.observe.words.languages.word_order import with_than

# Names of program text (`f1`, `model.eval()`, `num_workers`), words, and the text between them,
# which is kept as it is: figures and marks.
_TOKEN = re.compile(
    r"[A-Za-z]\w{0,40}+(?>(?:\.[A-Za-z_]\w{0,40}+){0,4})\(\)"
    r"|[A-Za-z]++\d[A-Za-z\d]*+"
    r"|(?:[^\W\d_]|[\u0300-\u036f])++(?>(?:_[^\W_]++)*)"
    r"|\n|[^\s\w\u0300-\u036f]++|[\d_][\w.,%]*+(?:[ \u00a0\u202f]%)?+"
)
_SHORT_NAME = re.compile(r"[A-Z]{1,5}")  # `CTC`, `Q`
# A decimal comma, and the points that part thousands in front of it.
_DECIMAL = re.compile(r"(?<![\d.,])(\d{1,12}+(?>(?:\.\d{3}){0,4})),(\d{1,20}+)(?![\d,]|\.\d)")
_FIGURE = "#"  # stands for a figure in a term
_LINKS = (
    "s",
    "es",
    "n",
    "en",
)  # between the parts of a German compound
_LONGEST_COMPOUND = 60  # letters
_LONGEST_ENDING = 3  # letters, of an inflected form
_LEAST_PART = 3  # letters of a part of a compound
# `perte de validation` is the validation loss.
_SPLITS = frozenset({"training", "validation", "test"})
_OWNED = frozenset(
    {
        "loss",
        "accuracy",
        "error",
        "set",
        "data",
        "curve",
        "score",
        "error rate",
    }
)
_THAN = frozenset({"que", "qu"})  # behind a comparative


def pieces_of(
    text: str,
    terms: Lexicon,
) -> Iterator[Piece]:
    """Yield the pieces of a text in their order."""
    pieces = list(_looked_up(text, terms))
    pieces = list(with_than(pieces, text, _THAN))
    return _swapped(pieces)


def _looked_up(
    text: str,
    terms: Lexicon,
) -> Iterator[Piece]:
    tokens = list(_TOKEN.finditer(text))
    words = [_written(token[0]) for token in tokens]
    parted = _parted(words, terms)
    place = 0
    while place < len(tokens):
        count, english = parted.get(place) or _longest_term(
            words[place : _end(parted, place, terms.most_words)],
            terms,
        )
        start = tokens[place].start()
        end = tokens[place + count - 1].end()
        if english is None and _SHORT_NAME.fullmatch(text, start, end):
            english = text[start:end]
        known = english is not None
        letters = sum(map(str.isalpha, text[start:end])) * (english != "")
        yield Piece(
            english or "",
            start,
            end,
            letters,
            known,
        )
        place += count


def _written(word: str) -> str:
    return lower_case(word.replace("\u2019", "'"))


def _parted(
    words: list[str],
    terms: Lexicon,
) -> dict[int, tuple[int, str]]:
    """Return the number of words and the English at the places of terms of two parts.

    A term of several words without a gap comes before one with a gap.
    """
    places: dict[int, tuple[int, str]] = {}
    folded = list(map(without_accents, words))
    for found in parted_terms(folded, terms):
        first = found.first
        several = words[first.start : first.start + terms.most_words]
        count, _ = _longest_term(several, terms)
        if count > len(first) or not places.keys().isdisjoint((*first, *found.last)):
            continue
        places[first.start] = (len(first), found.english)
        places[found.last.start] = (len(found.last), found.behind)
    return places


def _end(
    parted: dict[int, tuple[int, str]],
    place: int,
    most: int,
) -> int:
    """Return where words end that may be one term with the word at a place."""
    last = place + most
    near = range(place + 1, last)
    return next(filter(parted.__contains__, near), last)


def _longest_term(
    words: list[str],
    terms: Lexicon,
) -> tuple[int, str | None]:
    """Return how many words are a term, and its English; one word and None without a term."""
    for count in range(
        _most_words(words, terms),
        1,
        -1,
    ):
        english = _phrase(words[:count], terms)
        if english is not None:
            return count, english
    word = words[0]
    if not word[:1].isalpha():
        return 1, terms.whole.get(word, _mark(word))
    if _is_name(word):
        return 1, terms.whole.get(word, word)
    return 1, _word(word, terms)


def _most_words(
    words: list[str],
    terms: Lexicon,
) -> int:
    """Return how many of the words may be one term."""
    first = words[0]
    opening = _FIGURE if first[0].isdecimal() else first
    plain = without_accents(opening)
    if terms.openings.isdisjoint((opening, plain)):
        return 1
    return min(terms.most_words, len(words))


def _is_name(word: str) -> bool:
    """Say whether a word is one of program text."""
    return word.endswith(")") or any(sign == "_" or sign.isdecimal() for sign in word)


def _phrase(
    words: list[str],
    terms: Lexicon,
) -> str | None:
    """Return the English of several words, which may hold one figure."""
    figures = [word for word in words if word[0].isdecimal()]
    if len(figures) > 1:
        return None
    phrase = _joined(words)
    if figures:
        phrase = phrase.replace(figures[0], _FIGURE, 1)
    english = terms.whole.get(phrase, terms.whole.get(without_accents(phrase)))
    if english is None or not figures:
        return english
    return english.replace(_FIGURE, _mark(figures[0]))


def _joined(words: list[str]) -> str:
    return " ".join(words).replace(" '", "'").replace("' ", "'").replace(" - ", "-")


def _mark(word: str) -> str:
    """Return a figure or a mark as English writes it: `2,5` is 2.5, and a percent sign is near."""
    if not word[0].isdecimal():
        return word
    figure = "".join(word.split())
    return _DECIMAL.sub(_with_point, figure)


def _with_point(figure: re.Match[str]) -> str:
    whole = figure[1].replace(".", "")
    return f"{whole}.{figure[2]}"


def _word(
    word: str,
    terms: Lexicon,
) -> str | None:
    for spelled in (word, without_accents(word)):
        if spelled in terms.whole:
            return terms.whole[spelled]
    bare = without_accents(word)
    if bare in english_terms() or bare in BORROWED:
        return bare
    inflected = terms.stem(bare, _LONGEST_ENDING)
    return inflected or _compound(bare, terms) or terms.word(bare)


def _compound(
    word: str,
    terms: Lexicon,
) -> str | None:
    """Return the English of a word whose parts are terms: `Validierungsverlust`."""
    for end in range(
        len(word) - _LEAST_PART,
        _LEAST_PART - 1,
        -1,
    ):
        first = terms.whole.get(word[:end])
        if not first:
            continue
        rest = word[end:]
        for link in ("", *_LINKS):
            second = terms.word(rest.removeprefix(link)) if rest.startswith(link) else None
            if second:
                return f"{first} {second}"
    return None


def _swapped(pieces: list[Piece]) -> Iterator[Piece]:
    """Put `loss of validation` in the order of English."""
    place = 0
    while place < len(pieces):
        owned = pieces[place]
        owner = _owner(pieces, place) if owned.english in _OWNED else None
        if owner is None:
            yield owned
            place += 1
            continue
        parts = pieces[place : owner + 1]
        yield Piece(
            f"{pieces[owner].english} {owned.english}",
            owned.start,
            pieces[owner].end,
            sum(part.letters for part in parts),
        )
        place = owner + 1


def _owner(
    pieces: list[Piece],
    place: int,
) -> int | None:
    """Return where the split stands that a quantity is of, behind small words."""
    behind = place + 1
    while behind < min(place + 4, len(pieces)):
        piece = pieces[behind]
        if piece.english in _SPLITS:
            return behind if behind > place + 1 else None
        if (
            piece.english
            not in {
                "of",
                "on",
                "",
                "'",
                "\u2019",
            }
            or not piece.known
        ):
            return None
        behind += 1
    return None
