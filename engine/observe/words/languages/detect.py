"""Which language a description is written in, by its letters and small words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from engine.observe.words.languages.borrowed import ALIKE, BORROWED
from engine.observe.words.languages.function_words import ENGLISH, OTHERS
from engine.observe.words.languages.lexicon import (
    SPACED,
    english_terms,
    lexicon,
    without_accents,
)
from engine.observe.words.languages.understood import ENGLISH as ENGLISH_NAME

UNKNOWN = "unknown"
LEAST_CHARACTERS = 2  # Chinese characters or kana; one may be a mark or a name
LEAST_SHARE = 0.08  # of the letters
OTHER_SHARE = 0.3  # of letters that are of no script that can be read
LEAST_WORDS = 2  # of a language with Latin letters
MAX_CHARACTERS = 20_000

WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """Return the English name of the language, `unknown` where it is none of those known.

    Short forms, names and figures alone count as English, which is what terms are written in.
    """
    beginning = text[:MAX_CHARACTERS]
    letters = list(filter(str.isalpha, beginning))
    if not letters:
        return ENGLISH_NAME
    kana = sum(map(_is_kana, letters))
    characters = kana + sum(map(_is_han, letters))
    least = max(
        LEAST_CHARACTERS,
        LEAST_SHARE * len(letters),
    )
    if characters >= least:
        return "Japanese" if kana >= LEAST_CHARACTERS else "Chinese"
    read = sum(map(_is_latin, letters))
    if len(letters) - read >= OTHER_SHARE * len(letters):
        return UNKNOWN
    return _latin_language(beginning)


def _is_kana(letter: str) -> bool:
    """Say whether a letter is of the two Japanese syllabaries, the long vowel mark included."""
    return "\u3041" <= letter <= "\u30ff"


def _is_han(letter: str) -> bool:
    """Say whether a letter is a Chinese character."""
    return "\u4e00" <= letter <= "\u9fff" or "\u3400" <= letter <= "\u4dbf"


@cache
def _is_latin(letter: str) -> bool:
    """Say whether a letter is one of the Latin alphabet, with an accent or without."""
    name = unicodedata.name(letter, "")
    return name.startswith("LATIN")


def _latin_language(text: str) -> str:
    """Return the language of which a text has the most small words."""
    words = WORD.findall(text.lower())
    counts = {language: _hits(words, markers) for language, markers in OTHERS.items()}
    plain = [without_accents(word) for word in words]
    for language in SPACED:
        counts[language] = _hits(
            plain,
            _markers(language),
        )
    best = max(
        counts,
        key=lambda language: counts[language],
    )
    english = _hits(words, ENGLISH)
    if counts[best] < LEAST_WORDS or counts[best] <= english:
        return ENGLISH_NAME
    return best


def _hits(
    words: Iterable[str],
    markers: frozenset[str],
) -> int:
    return sum(map(markers.__contains__, words))


@cache
def _markers(language: str) -> frozenset[str]:
    """Return the words of a lexicon that English does not have."""
    words = " ".join(lexicon(language).whole).split()
    shared = english_terms() | ENGLISH | BORROWED | ALIKE
    return frozenset(word for word in words if len(word) > 1) - shared
