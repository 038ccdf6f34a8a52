"""The order of what is found: what is called so, what begins so, what holds every word, what holds
some.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dictionary.search.hits import Hit, hit
from dictionary.search.index import matching_urls
from dictionary.search.lexicon import Lexicon, lexicon
from dictionary.search.words import informative

DEFAULT_LIMIT = 30
CODE = re.compile(r"ly[ -]?\d{4}", re.IGNORECASE)


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
    if CODE.fullmatch(query.strip()):
        return Found(_hits(known, known.named(query), words, limit))
    if hits := _with_every_word(known, query, words, limit):
        return Found(hits)
    corrected = [known.corrected(word) for word in words]
    again = " ".join(corrected)
    if corrected != words and (hits := _with_every_word(known, again, corrected, limit)):
        return Found(hits, again)
    hits = _hits(
        known,
        matching_urls([known.continued(word) for word in corrected], False, limit),
        corrected,
        limit,
    )
    return Found(hits, again if hits and corrected != words else "")


def _with_every_word(known: Lexicon, query: str, words: Sequence[str], limit: int) -> list[Hit]:
    """Whole words go first. The last one may still be being typed, so it counts as a beginning as
    well; the others do where nothing else fits.
    """
    whole = [[word] for word in words]
    found = [
        *known.named(query),
        *known.titled(query),
        *matching_urls(whole, True, limit),
        *matching_urls([*whole[:-1], known.continued(words[-1])], True, limit),
    ]
    found = found or matching_urls([known.continued(word) for word in words], True, limit)
    return _hits(known, found, words, limit)


def _hits(known: Lexicon, urls: Sequence[str], words: Sequence[str], limit: int) -> list[Hit]:
    once = [url for url in dict.fromkeys(urls) if url in known.documents]
    return [hit(known.documents[url], words) for url in once[:limit]]
