"""What a process remembers of an edition for searching: names, words and how many documents hold
each.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from content.content import HashedContent
from dictionary.loading.in_force import Derived, derived_in_force
from dictionary.search.documents import Document, documents_of
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
    """Return the lexicon of the edition in force, empty when nothing is loaded."""
    in_force = derived_in_force(LEXICON)
    if in_force is None:
        return build_lexicon([])
    return in_force


def build_lexicon(documents: Iterable[Document]) -> Lexicon:
    by_url = sorted(documents, key=lambda document: document.url)
    ranked = sorted(by_url, key=lambda document: (document.kind != "entry", document.title))
    return Lexicon(
        documents={document.url: document for document in by_url},
        titles=tuple((folded(document.title), document.url) for document in ranked),
        names=tuple(_names(ranked)),
        vocabulary=_vocabulary(by_url),
        document_count=_document_count(by_url),
    )


def _names(documents: Iterable[Document]) -> Iterator[tuple[str, str]]:
    for document in documents:
        for name in (document.title, *document.names.splitlines()):
            yield folded(name), document.url


def _vocabulary(documents: Iterable[Document]) -> tuple[str, ...]:
    """Return the words of titles, names and summaries, without numbers."""
    words: set[str] = set()
    for document in documents:
        words.update(tokens(f"{document.title} {document.names} {document.summary}"))
    return tuple(sorted(word for word in words if not word.isdigit()))


def _document_count(documents: Iterable[Document]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for document in documents:
        texts = [document.title, document.names, document.summary, document.body]
        counts.update(stems(texts))
    return counts


def _made(hashed: HashedContent) -> Lexicon:
    return build_lexicon(documents_of(hashed.content))


LEXICON = Derived("search-lexicon", _made)
