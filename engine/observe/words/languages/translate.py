"""A description in the English words of the field, and how much of it was understood."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from engine.observe.words.languages import spaced, unspaced
from engine.observe.words.languages.detect import WORD, language_of
from engine.observe.words.languages.function_words import ENGLISH as FUNCTION_WORDS
from engine.observe.words.languages.lexicon import SPACED, UNSPACED, english_terms, lexicon
from engine.observe.words.languages.understood import (
    ENGLISH,
    Piece,
    Understood,
    in_english,
    put_together,
)
from engine.observe.words.languages.word_order import (
    clauses_of,
    with_comparison_first,
    with_sides_first,
    with_times_first,
    with_verbs_negated,
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
        return put_together(read, _ordered(read, language), language)
    if language in SPACED:
        pieces = spaced.pieces_of(read, lexicon(language))
        ordered = chain.from_iterable(map(with_verbs_negated, clauses_of(pieces)))
        return put_together(read, ordered, language)
    return Understood(read, read, _share_of_english(read), language)


def _ordered(
    text: str,
    language: str,
) -> Iterator[Piece]:
    """Yield the pieces of a Chinese or Japanese text in the order of English."""
    pieces = unspaced.pieces_of(text, lexicon(language))
    is_japanese = language == NEGATED_BEHIND
    if is_japanese:
        pieces = unspaced.with_negation_first(unspaced.with_subjects(pieces, text))
    for clause in clauses_of(pieces):
        compared = with_sides_first(clause, text) if is_japanese else with_comparison_first(clause)
        yield from with_times_first(compared)


def _share_of_english(text: str) -> float:
    words = WORD.findall(text.lower())
    letters = sum(map(len, words))
    known = sum(len(word) for word in words if word in FUNCTION_WORDS or word in english_terms())
    return known / letters if letters else 0.0
