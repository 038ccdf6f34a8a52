"""The order of what is found: what is called so, what begins so, what holds every word, what holds some."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dictionary.search.hits import Hit, hit
from dictionary.search.index import matching_urls
from dictionary.search.lexicon import Lexicon, lexicon
from dictionary.search.words import informative

DEFAULT_LIMIT = 30


@dataclass(frozen=True, slots=True)
class Found:
    """`corrected` is what was looked for instead, where the words as typed found nothing."""

    hits: list[Hit]
    corrected: str = ""


def search(query: str, limit: int = DEFAULT_LIMIT) -> list[Hit]:
    """Never fails for any text; finds nothing for a text without words."""
    return find(query, limit).hits


def find(query: str, limit: int = DEFAULT_LIMIT) -> Found:
    known = lexicon()
    words = informative(query, known.document_count)
    if not words or limit < 1:
        return Found([])
    hits = _hits(known, query, words, limit, every=True)
    if hits:
        return Found(hits)
    corrected = [known.corrected(word) for word in words]
    if corrected != words:
        retried = _hits(known, " ".join(corrected), corrected, limit, every=True)
        retried = retried or _hits(known, " ".join(corrected), corrected, limit, every=False)
        return Found(retried, " ".join(corrected) if retried else "")
    return Found(_hits(known, query, words, limit, every=False))


def _hits(known: Lexicon, query: str, words: Sequence[str], limit: int, every: bool) -> list[Hit]:
    urls = list(dict.fromkeys(_urls(known, query, words, limit, every)))[:limit]
    return [hit(known.documents[url], words) for url in urls if url in known.documents]


def _urls(known: Lexicon, query: str, words: Sequence[str], limit: int, every: bool) -> Iterator[str]:
    yield from known.named(query)
    yield from known.titled(query)
    yield from matching_urls([known.alternatives(word) for word in words], every, limit)
