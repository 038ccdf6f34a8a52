"""Choose the words to look for from a typed or pasted text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from engine.language import stem

MAX_CHARACTERS = 10_000
MAX_WORDS = 10
LONGEST_WORD = 40
WORD = re.compile(r"[^\W_]+")
_STOP_WORDS = (
    "a an and are as at be but by can do does doing for from has have how i if in into is it "
    "its me my no not of on "
    "or so than that the then there they this to was we what when where which while why will "
    "with you your"
)
STOP_WORDS = frozenset(_STOP_WORDS.split())


def tokens(text: str) -> list[str]:
    """Return the runs of letters and digits in lower case. Safe inside both query languages."""
    beginning = text[:MAX_CHARACTERS]
    return WORD.findall(beginning.casefold())


def folded(text: str) -> str:
    """Return the words of a text in lower case, one space between them."""
    return " ".join(tokens(text))


def informative(text: str, document_count: Mapping[str, int]) -> list[str]:
    """Return the words to look for, each once.

    Of a long paste these are the ten words of the dictionary that fewest documents have.

    document_count: stem -> number of documents that have it.
    """
    words = _distinct(text)
    if len(words) <= MAX_WORDS:
        return words

    counts = {}
    for word in words:
        count = document_count.get(stem(word))
        if count is not None:
            counts[word] = count
    by_rarity = sorted(counts, key=counts.__getitem__)
    rarest = by_rarity[:MAX_WORDS]
    return [word for word in words if word in rarest]


def _distinct(text: str) -> list[str]:
    """Return the words of a text, without stop words and numbers unless it has no others."""
    distinct = dict.fromkeys(tokens(text))
    words = [word for word in distinct if len(word) <= LONGEST_WORD]
    without_common = [word for word in words if _is_informative(word)]
    return without_common or words


def _is_informative(word: str) -> bool:
    """Say whether a word is neither a stop word nor a number."""
    return word not in STOP_WORDS and not word.isdigit()


def stems(texts: Iterable[str]) -> set[str]:
    """Return the stems of all words of the texts."""
    words = (word for text in texts for word in tokens(text))
    return set(map(stem, words))
