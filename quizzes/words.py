"""Find the words that name an entry, so that no question gives its answer away. No Django."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from engine.language import stem

WORD = re.compile(r"[a-z0-9]+")
STOP_WORDS = frozenset(
    {
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "by",
        "for",
        "from",
        "has",
        "in",
        "into",
        "is",
        "it",
        "its",
    }
    | {"of", "on", "or", "so", "that", "the", "to", "too", "with"}
)

FEW_TEXTS = 3


@functools.lru_cache(maxsize=8192)
def stems(text: str) -> frozenset[str]:
    """Return the stems of the words that carry meaning."""
    words = WORD.findall(text.lower())
    return frozenset(stem(word) for word in words if word not in STOP_WORDS)


def names(text: str, terms: Iterable[str]) -> bool:
    """Say whether the text has all words of a term, in any order: "overfits" names Overfitting."""
    in_text = stems(text)
    in_terms = stems_of_terms(tuple(terms))
    return any(map(in_text.issuperset, in_terms))


@functools.lru_cache(maxsize=8192)
def stems_of_terms(terms: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    """Return the stems of each term that has any."""
    in_terms = map(stems, terms)
    return tuple(filter(None, in_terms))


def telling_stems(term: str, texts: Iterable[str]) -> frozenset[str]:
    """Return the stems of a term that at most a few of the texts have, so that they betray it."""
    in_texts = [stems(text) for text in texts]
    telling = set()
    for root in stems(term):
        count = sum(root in words for words in in_texts)
        if count <= FEW_TEXTS:
            telling.add(root)
    return frozenset(telling)


def alike(one: str, other: str) -> float:
    """Return the share of word stems that two texts have in common, 0 to 1."""
    first = stems(one)
    second = stems(other)
    both = first & second
    either = first | second
    if not either:
        return 0.0
    return len(both) / len(either)
