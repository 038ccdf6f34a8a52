"""What a process remembers of an edition for searching: names, words and how many documents hold
each.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from content.content import HashedContent
from dictionary.loading.in_force import Derived, derived_in_force
from dictionary.search.documents import Document, documents_of
from dictionary.search.words import folded, stems, tokens
from engine.language import stem

LONGEST_EXPANSION = 6
SHORTEST_CONTAINED = 8  # a shorter name inside a longer text says too little
ONE_LETTER_FROM = 4  # letters of a word in which one may be wrong
TWO_LETTERS_FROM = 7
CORRECTIONS = 8


Named = tuple[str, str]  # (folded name, address)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the search knows of an edition beside the index.

    documents: by address.
    titles: entries first. names: titles and other names, in the same order.
    vocabulary: words as written in titles, names and summaries, sorted.
    document_count: stem -> number of documents that have it.
    """

    documents: Mapping[str, Document]
    titles: tuple[Named, ...]
    names: tuple[Named, ...]
    vocabulary: tuple[str, ...]
    document_count: Mapping[str, int]

    def named(self, text: str) -> list[str]:
        """Return the addresses of what is called like the text, or by a longer name inside it.

        Entries come first, then exact names, then longer names.
        """
        asked = folded(text)
        called = []
        for name, url in self.names:
            is_part = name != asked
            if is_part and not _is_inside(name, asked):
                continue
            document = self.documents[url]
            is_other = document.kind != "entry"
            rank = (is_other, is_part, -len(name))
            called.append((rank, url))
        called.sort()
        return [url for _, url in called]

    def titled(self, text: str) -> list[str]:
        """Return the addresses of the documents whose title begins with the text."""
        asked = folded(text)
        if not asked:
            return []
        titles = self.titles
        return [url for title, url in titles if title.startswith(asked)]

    def knows(self, word: str) -> bool:
        """Return whether a document has the word, or one that begins so."""
        if stem(word) in self.document_count:
            return True
        return bool(self.beginning_with(word))

    def beginning_with(self, word: str) -> Sequence[str]:
        """Return the words of the vocabulary that begin so, in order."""
        beyond = word + "\N{REPLACEMENT CHARACTER}"
        start = bisect_left(self.vocabulary, word)
        end = bisect_left(self.vocabulary, beyond)
        return self.vocabulary[start:end]

    def continued(self, word: str) -> list[str]:
        """Return the word as a beginning, and longer ones in full.

        The word may be cut behind the end of their stem.
        """
        beginning = f"{word}*"
        longer = [known for known in self.beginning_with(word) if known != word]
        return [beginning, *longer[:LONGEST_EXPANSION]]

    def corrected(self, word: str) -> str:
        """Return the nearest known word, else the word itself.

        It is one letter off from four letters on, two from seven on.
        """
        if len(word) < ONE_LETTER_FROM or self.knows(word):
            return word
        cutoff = 1
        if len(word) >= TWO_LETTERS_FROM:
            cutoff = 2
        near = process.extract(
            word,
            self.vocabulary,
            scorer=DamerauLevenshtein.distance,
            score_cutoff=cutoff,
            limit=CORRECTIONS,
        )
        if not near:
            return word
        nearest, *_ = min(near, key=self._correction_rank)
        return nearest

    def _correction_rank(self, near: tuple[str, float, int]) -> tuple[float, int]:
        """Return the key of the order: the nearest first, then the word of the most documents."""
        word, distance, _ = near
        count = self.document_count[stem(word)]
        return distance, -count


def _is_inside(name: str, text: str) -> bool:
    """Return whether a name of several words stands in a text."""
    if len(name) < SHORTEST_CONTAINED or " " not in name:
        return False
    return f" {name} " in f" {text} "


def lexicon() -> Lexicon:
    """Return the lexicon of the edition in force, empty when nothing is loaded."""
    in_force = derived_in_force(LEXICON)
    if in_force is None:
        return build_lexicon([])
    return in_force


def build_lexicon(documents: Iterable[Document]) -> Lexicon:
    by_url = sorted(documents, key=attrgetter("url"))
    ranked = sorted(by_url, key=_rank)
    return Lexicon(
        documents={document.url: document for document in by_url},
        titles=tuple(_titles(ranked)),
        names=tuple(_names(ranked)),
        vocabulary=_vocabulary(by_url),
        document_count=_document_count(by_url),
    )


def _rank(document: Document) -> tuple[bool, str]:
    """Return the key of the order: entries first, then by title."""
    is_other = document.kind != "entry"
    return is_other, document.title


def _titles(documents: Iterable[Document]) -> Iterator[Named]:
    """Yield the title of each document."""
    for document in documents:
        title = folded(document.title)
        yield title, document.url


def _names(documents: Iterable[Document]) -> Iterator[Named]:
    """Yield the title and the other names of each document."""
    for document in documents:
        others = document.names.splitlines()
        for name in (document.title, *others):
            yield folded(name), document.url


def _vocabulary(documents: Iterable[Document]) -> tuple[str, ...]:
    """Return the words of titles, names and summaries, without numbers."""
    words: set[str] = set()
    for document in documents:
        for text in (document.title, document.names, document.summary):
            words.update(tokens(text))
    spelled = (word for word in words if not word.isdigit())
    return tuple(sorted(spelled))


def _document_count(documents: Iterable[Document]) -> Counter[str]:
    """Count for each stem the documents that have it."""
    counts: Counter[str] = Counter()
    for document in documents:
        texts = [
            document.title,
            document.names,
            document.summary,
            document.body,
        ]
        counts.update(stems(texts))
    return counts


def _made(hashed: HashedContent) -> Lexicon:
    return build_lexicon(documents_of(hashed.content))


LEXICON = Derived("search-lexicon", _made)
