"""From what was typed or pasted to the words that are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from engine.language import stem

MAX_CHARACTERS = 10_000
MAX_WORDS = 10
WORD = re.compile(r"[^\W_]+")
_STOP_WORDS = (
    "a an and are as at be but by can do does doing for from has have how i if in into is it "
    "its me my no not of on "
    "or so than that the then there they this to was we what when where which while why will "
    "with you your"
)
STOP_WORDS = frozenset(_STOP_WORDS.split())


def tokens(text: str) -> list[str]:
    """Letters and digits in lower case; all else separates. Safe inside both query languages."""
    return WORD.findall(text[:MAX_CHARACTERS].casefold())


def folded(text: str) -> str:
    """Return the words of a text in lower case, one space between them."""
    return " ".join(tokens(text))


def informative(text: str, document_count: Mapping[str, int]) -> list[str]:
    """The words to look for, each once. A long paste keeps the ten rarest words that the dictionary
    knows.
    """
    found = list(dict.fromkeys(word for word in tokens(text) if len(word) <= 40))
    telling = [word for word in found if word not in STOP_WORDS and not word.isdigit()] or found
    if len(telling) <= MAX_WORDS:
        return telling
    known = [word for word in telling if stem(word) in document_count]
    rarest = set(sorted(known, key=lambda word: document_count[stem(word)])[:MAX_WORDS])
    return [word for word in telling if word in rarest]


def stems(texts: Iterable[str]) -> set[str]:
    return {stem(word) for text in texts for word in tokens(text)}
