"""A description in the English words of the field, and how much of it was understood."""

from __future__ import annotations

from functools import lru_cache

from engine.observe.words.languages import spaced, unspaced
from engine.observe.words.languages.detect import WORD, language_of
from engine.observe.words.languages.function_words import ENGLISH as FUNCTION_WORDS
from engine.observe.words.languages.lexicon import SPACED, UNSPACED, english_terms, lexicon
from engine.observe.words.languages.understood import (
    ENGLISH,
    Understood,
    in_english,
    put_together,
)

MAX_CHARACTERS = 20_000
NEGATED_BEHIND = "Japanese"  # the language whose verbs end in their negation


@lru_cache(maxsize=8)
def to_english(text: str) -> Understood:
    """Return the text in English words, up to 20,000 characters of it.

    Chinese, Japanese, German, Spanish and French are read term by term; what the lexicon lacks is
    left out. A text in another language stays as it is, with the share of its letters that belong
    to words of English.
    """
    read = text[:MAX_CHARACTERS]
    language = language_of(read)
    if language == ENGLISH:
        return in_english(read)
    if language in UNSPACED:
        pieces = unspaced.pieces_of(read, lexicon(language))
        if language == NEGATED_BEHIND:
            pieces = unspaced.with_negation_first(pieces)
        return put_together(read, pieces, language)
    if language in SPACED:
        return put_together(read, spaced.pieces_of(read, lexicon(language)), language)
    return Understood(read, read, _share_of_english(read), language)


def _share_of_english(text: str) -> float:
    words = WORD.findall(text.lower())
    letters = sum(map(len, words))
    known = sum(len(word) for word in words if word in FUNCTION_WORDS or word in english_terms())
    return known / letters if letters else 0.0
