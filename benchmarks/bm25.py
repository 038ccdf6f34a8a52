"""Rank entries by BM25 over their text, as a plain search box would.

A peer of the engine in the benchmarks, not part of it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from engine.words_model.features import tokens

K1, B = 1.5, 0.75  # the usual values (Robertson and Zaragoza, 2009)


class Bm25:
    """An index over named documents."""

    def __init__(self, documents: Mapping[str, str]) -> None:
        self.counts = {name: Counter(tokens(text)) for name, text in documents.items()}
        self.lengths = {name: counts.total() for name, counts in self.counts.items()}
        self.mean_length = sum(self.lengths.values()) / len(self.lengths)
        self.idf = _inverse_document_frequencies(self.counts.values())

    def ranked(self, query: str) -> list[str]:
        """Return all names, the best first; ties by name."""
        terms = [term for term in tokens(query) if term in self.idf]
        return sorted(self.counts, key=lambda name: (-self.score(name, terms), name))

    def score(self, name: str, terms: Iterable[str]) -> float:
        counts = self.counts[name]
        relative_length = self.lengths[name] / self.mean_length
        norm = K1 * (1 - B + B * relative_length)
        total = 0.0
        for term in terms:
            count = counts[term]
            total += self.idf[term] * count * (K1 + 1) / (count + norm)
        return total


def _inverse_document_frequencies(documents: Iterable[Counter[str]]) -> dict[str, float]:
    """Return ln(1 + (N - n + 0.5) / (n + 0.5)) for each term, n of N documents holding it."""
    every = list(documents)
    frequency: Counter[str] = Counter()
    for counts in every:
        frequency.update(counts.keys())
    total = len(every)
    return {term: math.log(1 + (total - n + 0.5) / (n + 0.5)) for term, n in frequency.items()}
