"""How a found document is shown: title and the most telling piece of text, with what was looked for marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from dictionary.search.documents import Document, Kind
from dictionary.search.words import WORD, stem

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


def matches(token: str, words: Sequence[str]) -> bool:
    token = token.casefold()
    stemmed = stem(token)
    return any(token.startswith(word) or stemmed == stem(word) for word in words)


def marked(text: str, words: Sequence[str]) -> SafeString:
    parts, end = [], 0
    for found in WORD.finditer(text):
        if matches(found[0], words):
            parts.append(f"{escape(text[end : found.start()])}<mark>{escape(found[0])}</mark>")
            end = found.end()
    return mark_safe("".join(parts) + escape(text[end:]))  # noqa: S308 (every part is escaped)


def _telling(document: Document, words: Sequence[str]) -> str:
    """The sentence that holds most of the words; the summary wins a tie, then the earlier one."""
    opening = document.summary or document.body
    sentences = [part for part in (document.summary, *SENTENCE_END.split(document.body)) if part.strip()]
    best = max(sentences, key=lambda sentence: _coverage(sentence, words), default=opening)
    return shortened(best if _coverage(best, words) else opening)


def _coverage(sentence: str, words: Sequence[str]) -> int:
    found = WORD.findall(sentence)
    return sum(any(matches(token, [word]) for token in found) for word in words)


def shortened(text: str) -> str:
    if len(text) <= LONGEST_SNIPPET:
        return text
    return text[:LONGEST_SNIPPET].rsplit(" ", 1)[0].rstrip(",;:") + " …"
