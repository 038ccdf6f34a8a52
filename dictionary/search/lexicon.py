"""What a process remembers of an edition for searching: names, words and how many documents hold
each.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from dictionary.editions import edition_in_force
from dictionary.search.documents import Document
from dictionary.search.index import indexed_documents
from dictionary.search.words import folded, stems, tokens
from engine.language import stem

LONGEST_EXPANSION = 6
SHORTEST_CONTAINED = 8  # a shorter name inside a longer text says too little


@dataclass(frozen=True, slots=True)
class Lexicon:
    documents: Mapping[str, Document]  # by address
    titles: tuple[tuple[str, str], ...]  # (folded title, address), entries first
    names: tuple[tuple[str, str], ...]  # (folded title or other name, address)
    vocabulary: tuple[str, ...]  # words as written in titles, names and summaries, sorted
    document_count: Mapping[str, int]  # stem -> number of documents

    def named(self, text: str) -> list[str]:
        """Addresses of what is called like the text, or by a longer name inside it: entries first,
        then exact names, then longer names.
        """
        asked = folded(text)
        padded = f" {asked} "
        found = [
            (self.documents[url].kind != "entry", name != asked, -len(name), url)
            for name, url in self.names
            if name == asked
            or (len(name) >= SHORTEST_CONTAINED and " " in name and f" {name} " in padded)
        ]
        return [url for *_, url in sorted(found)]

    def titled(self, text: str) -> list[str]:
        """Addresses of the documents whose title begins with the text."""
        asked = folded(text)
        return [url for title, url in self.titles if title.startswith(asked)] if asked else []

    def knows(self, word: str) -> bool:
        return stem(word) in self.document_count or bool(self.beginning_with(word))

    def beginning_with(self, word: str) -> Sequence[str]:
        start = bisect_left(self.vocabulary, word)
        end = bisect_left(self.vocabulary, word + "\N{REPLACEMENT CHARACTER}")
        return self.vocabulary[start:end]

    def continued(self, word: str) -> list[str]:
        """The word as a beginning, and longer ones in full: it may be cut behind the end of their
        stem.
        """
        longer = [known for known in self.beginning_with(word) if known != word]
        return [f"{word}*", *longer[:LONGEST_EXPANSION]]

    def corrected(self, word: str) -> str:
        """The nearest known word: one letter off from four letters on, two from seven on; else the
        word itself.
        """
        if len(word) < 4 or self.knows(word):
            return word
        cutoff = 2 if len(word) >= 7 else 1
        near = process.extract(
            word, self.vocabulary, scorer=DamerauLevenshtein.distance, score_cutoff=cutoff, limit=8
        )
        return (
            min(near, key=lambda found: (found[1], -self.document_count[stem(found[0])]))[0]
            if near
            else word
        )


def lexicon() -> Lexicon:
    edition = edition_in_force()
    return _lexicon_of(edition.content_hash) if edition else build_lexicon(indexed_documents())


@lru_cache(maxsize=2)
def _lexicon_of(_content_hash: str) -> Lexicon:
    return build_lexicon(indexed_documents())


def build_lexicon(documents: list[Document]) -> Lexicon:
    counts: Counter[str] = Counter()
    vocabulary: set[str] = set()
    for item in documents:
        counts.update(stems([item.title, item.names, item.summary, item.body]))
        vocabulary.update(tokens(f"{item.title} {item.names} {item.summary}"))
    ranked = sorted(documents, key=lambda item: (item.kind != "entry", item.title))
    return Lexicon(
        documents={item.url: item for item in documents},
        titles=tuple((folded(item.title), item.url) for item in ranked),
        names=tuple(
            (folded(name), item.url)
            for item in ranked
            for name in [item.title, *item.names.splitlines()]
        ),
        vocabulary=tuple(sorted(word for word in vocabulary if not word.isdigit())),
        document_count=counts,
    )
