"""Which words name which entry, so that no question gives its answer away. No Django."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from engine.language import stem

WORD = re.compile(r"[a-z0-9]+")
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
MARKS = re.compile(r"[*`]+")
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
    """The word stems that carry meaning."""
    return frozenset(stem(word) for word in WORD.findall(text.lower()) if word not in STOP_WORDS)


def names(text: str, terms: Iterable[str]) -> bool:
    """Whether the text has all the words of one of the terms, in any order and form: "overfits"
    names Overfitting.
    """
    found = stems(text)
    return any(stems(term) and stems(term) <= found for term in terms)


def telling_stems(term: str, texts: Iterable[str]) -> frozenset[str]:
    """The stems of a term that at most a few of the texts have: where one is read, the term is as
    good as told.
    """
    found = [stems(text) for text in texts]
    return frozenset(
        root for root in stems(term) if sum(root in words for words in found) <= FEW_TEXTS
    )


def plain_sentences(markdown: str) -> list[str]:
    """Sentences without markup, from the paragraphs of running text: no lists, code or tables, no
    formulas.
    """
    paragraphs = [
        part for part in markdown.split("\n\n") if part and part[0] not in "-*#|`$0123456789 "
    ]
    text = " ".join(" ".join(paragraphs).split())
    sentences = SENTENCE_END.split(MARKS.sub("", LINK.sub(r"\1", text)))
    return [sentence for sentence in sentences if "$" not in sentence]


def alike(one: str, other: str) -> float:
    """Share of word stems that two texts have in common, 0 to 1."""
    first, second = stems(one), stems(other)
    return len(first & second) / len(first | second) if first | second else 0.0
