"""BM25 over the entries' text: what a plain search box would answer. A peer, not part of the
engine.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping

from engine.words_model.features import tokens

K1, B = 1.5, 0.75  # the usual values (Robertson and Zaragoza, 2009)


class Bm25:
    def __init__(self, documents: Mapping[str, str]) -> None:
        self.counts = {name: Counter(tokens(text)) for name, text in documents.items()}
        self.lengths = {name: sum(counts.values()) for name, counts in self.counts.items()}
        self.mean_length = sum(self.lengths.values()) / len(self.lengths)
        frequency = Counter(term for counts in self.counts.values() for term in counts)
        total = len(documents)
        self.idf = {
            term: math.log(1 + (total - n + 0.5) / (n + 0.5)) for term, n in frequency.items()
        }

    def ranked(self, query: str) -> list[str]:
        """All names, the best first; ties by name."""
        terms = [term for term in tokens(query) if term in self.idf]
        return sorted(self.counts, key=lambda name: (-self.score(name, terms), name))

    def score(self, name: str, terms: list[str]) -> float:
        counts, length = self.counts[name], self.lengths[name]
        norm = K1 * (1 - B + B * length / self.mean_length)
        return sum(
            self.idf[term] * counts[term] * (K1 + 1) / (counts[term] + norm) for term in terms
        )
