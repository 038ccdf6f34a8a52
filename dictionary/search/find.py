"""Search the dictionary, in an order: names, titles that begin so, documents with every word,
documents with some.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dictionary.search.hits import Hit, hit
from dictionary.search.index import matching_urls
from dictionary.search.lexicon import Lexicon, lexicon
from dictionary.search.words import informative

DEFAULT_LIMIT = 30
CODE = re.compile(r"ly[ -]?\d{4}", re.IGNORECASE)

Words = Sequence[str]


@dataclass(frozen=True, slots=True)
class Found:
    """Hits of a query.

    corrected: the query with corrected words, where the words as typed found nothing.
    """

    hits: list[Hit]
    corrected: str = ""


def search(query: str, limit: int = DEFAULT_LIMIT) -> list[Hit]:
    """Return the hits of any text, none for a text without words."""
    return find(query, limit).hits


def find(query: str, limit: int = DEFAULT_LIMIT) -> Found:
    """Look for the words as typed, then for corrected ones, then for some of those."""
    edition = lexicon()
    words = informative(query, edition.document_count)
    if not words or limit < 1:
        return Found([])

    if CODE.fullmatch(query.strip()):
        urls = edition.named(query)
        hits = _hits(edition, urls, words, limit)
        return Found(hits)

    hits = _with_every_word(edition, query, words, limit)
    if hits:
        return Found(hits)
    return _find_corrected(edition, words, limit)


def _find_corrected(edition: Lexicon, words: Words, limit: int) -> Found:
    """Look for every corrected word, where one was mistyped, and else for some of them."""
    corrected = [edition.corrected(word) for word in words]
    corrected_query = ""
    if corrected != words:
        corrected_query = " ".join(corrected)
        hits = _with_every_word(edition, corrected_query, corrected, limit)
        if hits:
            return Found(hits, corrected_query)

    beginnings = _continued(edition, corrected)
    urls = matching_urls(beginnings, False, limit)
    hits = _hits(edition, urls, corrected, limit)
    if not hits:
        return Found([])
    return Found(hits, corrected_query)


def _with_every_word(
    edition: Lexicon,
    query: str,
    words: Words,
    limit: int,
) -> list[Hit]:
    """Return names and titles like the query, then the documents that have every word.

    Whole words go first. The last one may still be being typed, so it counts as a beginning as
    well; the others do where nothing else fits.
    """
    whole = [[word] for word in words]
    last_as_beginning = [*whole[:-1], edition.continued(words[-1])]
    urls = [
        *edition.named(query),
        *edition.titled(query),
        *matching_urls(whole, True, limit),
        *matching_urls(last_as_beginning, True, limit),
    ]
    if not urls:
        beginnings = _continued(edition, words)
        urls = list(matching_urls(beginnings, True, limit))
    return _hits(edition, urls, words, limit)


def _continued(edition: Lexicon, words: Words) -> list[list[str]]:
    """Return each word as a beginning, with the longer words that it may become."""
    return [edition.continued(word) for word in words]


def _hits(
    edition: Lexicon,
    urls: Iterable[str],
    words: Words,
    limit: int,
) -> list[Hit]:
    """Return the first documents of the edition, each once."""
    documents = edition.documents
    distinct = dict.fromkeys(urls)
    indexed = [url for url in distinct if url in documents]
    return [hit(documents[url], words) for url in indexed[:limit]]
