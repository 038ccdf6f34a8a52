"""How a found document is shown: title and the most telling piece of text, with what was looked for
marked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from dictionary.search.documents import Document, Kind
from dictionary.search.words import WORD, tokens
from engine.language import stem

LONGEST_SNIPPET = 220
SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n")


@dataclass(frozen=True, slots=True)
class Hit:
    """`title_html` and `snippet_html` are escaped and carry <mark>."""

    kind: Kind
    url: str
    title: str
    title_html: SafeString
    snippet_html: SafeString


def hit(document: Document, words: Sequence[str]) -> Hit:
    return Hit(
        kind=document.kind,
        url=document.url,
        title=document.title,
        title_html=marked(document.title, words),
        snippet_html=marked(_telling(document, words), words),
    )


def marked(text: str, words: Sequence[str]) -> SafeString:
    parts, end = [], 0
    beginnings, wanted = tuple(words), set(map(stem, words))
    for found in WORD.finditer(text):
        token = found[0].casefold()
        if token.startswith(beginnings) or stem(token) in wanted:
            parts.append(f"{escape(text[end : found.start()])}<mark>{escape(found[0])}</mark>")
            end = found.end()
    return mark_safe("".join(parts) + escape(text[end:]))  # noqa: S308 (every part is escaped)


def _telling(document: Document, words: Sequence[str]) -> str:
    """The sentence that holds most of the words; the summary wins a tie, then the earlier one."""
    opening = document.summary or document.body
    sentences = [
        part for part in (document.summary, *SENTENCE_END.split(document.body)) if part.strip()
    ]
    best = max(sentences, key=lambda sentence: _coverage(sentence, words), default=opening)
    return shortened(best if _coverage(best, words) else opening)


def _coverage(sentence: str, words: Sequence[str]) -> int:
    """How many of the words the sentence holds, in any form."""
    found = set(tokens(sentence))
    stemmed = set(map(stem, found))
    return sum(word in found or stem(word) in stemmed or _begins_one(word, found) for word in words)


def _begins_one(word: str, found: set[str]) -> bool:
    return any(token.startswith(word) for token in found)


def shortened(text: str) -> str:
    if len(text) <= LONGEST_SNIPPET:
        return text
    return text[:LONGEST_SNIPPET].rsplit(" ", 1)[0].rstrip(",;:") + " …"
