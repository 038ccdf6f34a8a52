"""German, Spanish and French: the longest run of words that is a term, and parts of compounds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.observe.words.languages.lexicon import (
    Lexicon,
    english_terms,
    without_accents,
)
from engine.observe.words.languages.understood import Piece

# Words, and the text between them, which is kept as it is: figures and marks.
_TOKEN = re.compile(
    r"(?:[^\W\d_]|[\u0300-\u036f])++(?:_[^\W_]++)*+|\n|[^\s\w\u0300-\u036f]++|[\d_][\w.,%]*+"
)
_LINKS = (
    "s",
    "es",
    "n",
    "en",
)  # between the parts of a German compound
_LONGEST_COMPOUND = 60  # letters
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
# Short forms that people write in every language.
_SHORT = frozenset(
    {
        "lr",
        "acc",
        "val",
        "train",
        "bs",
        "adam",
        "sgd",
        "relu",
        "nan",
        "inf",
        "gpu",
        "cpu",
        "oom",
    }
)


def pieces_of(
    text: str,
    terms: Lexicon,
) -> Iterator[Piece]:
    """Yield the pieces of a text in their order."""
    return _swapped(list(_looked_up(text, terms)))


def _looked_up(
    text: str,
    terms: Lexicon,
) -> Iterator[Piece]:
    tokens = list(_TOKEN.finditer(text))
    folded = [without_accents(token[0]) for token in tokens]
    place = 0
    while place < len(tokens):
        count, english = _longest_term(
            folded,
            place,
            terms,
        )
        start = tokens[place].start()
        end = tokens[place + count - 1].end()
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


def _longest_term(
    folded: list[str],
    place: int,
    terms: Lexicon,
) -> tuple[int, str | None]:
    """Return how many words are a term, and its English; one word and None without a term."""
    for count in range(
        min(terms.most_words, len(folded) - place),
        1,
        -1,
    ):
        phrase = _joined(folded[place : place + count])
        if phrase in terms.whole:
            return count, terms.whole[phrase]
    word = folded[place]
    if not word[:1].isalpha():
        return 1, terms.whole.get(word, word)
    return 1, _word(word, terms)


def _joined(words: list[str]) -> str:
    return " ".join(words).replace(" ' ", "'").replace(" \u2019 ", "'").replace(" - ", "-")


def _word(
    word: str,
    terms: Lexicon,
) -> str | None:
    if word in terms.whole:
        return terms.whole[word]
    if word in english_terms() or word in _SHORT or "_" in word:
        return word
    return _compound(word, terms) or terms.word(word)


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
