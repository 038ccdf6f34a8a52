"""Show a document among the hits: its title and its best piece of text, with the words marked."""

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

Words = Sequence[str]


@dataclass(frozen=True, slots=True)
class Hit:
    """A document as the search shows it.

    title_html, snippet_html: escaped, with <mark> around the words.
    """

    kind: Kind
    url: str
    title: str
    title_html: SafeString
    snippet_html: SafeString


def hit(document: Document, words: Words) -> Hit:
    """Return title and snippet of a document. `words` are in lower case."""
    snippet = _snippet(document, words)
    return Hit(
        kind=document.kind,
        url=document.url,
        title=document.title,
        title_html=marked(document.title, words),
        snippet_html=marked(snippet, words),
    )


def marked(text: str, words: Words) -> SafeString:
    """Escape a text and mark words that begin like one of `words` or have the stem of one."""
    beginnings = tuple(words)
    stems = set(map(stem, words))
    parts = []
    end = 0
    for match in WORD.finditer(text):
        token = match[0].casefold()
        if token.startswith(beginnings) or stem(token) in stems:
            between = escape(text[end : match.start()])
            word = escape(match[0])
            parts.append(f"{between}<mark>{word}</mark>")
            end = match.end()
    rest = escape(text[end:])
    html = "".join(parts) + rest
    return mark_safe(html)  # noqa: S308 (every part is escaped)


def _snippet(document: Document, words: Words) -> str:
    """Return the sentence with most of the words, the opening where none has any.

    The summary wins a tie, then the earlier sentence.
    """
    best = document.summary or document.body
    most = _coverage(document.summary, words)
    for sentence in SENTENCE_END.split(document.body):
        coverage = _coverage(sentence, words)
        if coverage > most:
            best = sentence
            most = coverage
    return shortened(best)


def _coverage(sentence: str, words: Words) -> int:
    """Count the words that the sentence has in any form."""
    present = set(tokens(sentence))
    stems = set(map(stem, present))
    count = 0
    for word in words:
        has_form = word in present or stem(word) in stems
        if has_form or _begins_one(word, present):
            count += 1
    return count


def _begins_one(word: str, present: set[str]) -> bool:
    """Say whether a longer word of the sentence begins with the word."""
    return any(token.startswith(word) for token in present)


def shortened(text: str) -> str:
    """Cut a long text after a word, with an ellipsis."""
    if len(text) <= LONGEST_SNIPPET:
        return text
    whole_words, *_ = text[:LONGEST_SNIPPET].rsplit(" ", 1)
    return whole_words.rstrip(",;:") + " \N{HORIZONTAL ELLIPSIS}"
