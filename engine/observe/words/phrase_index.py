"""Index all phrasings of all symptoms by their features, for the resemblance of a clause.

A phrasing whose point is a figure is left out: `train 0.98, val 0.64` says something by its
numbers, which are read (see quantities), and nothing by its words.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.knowledge import (
    Knowledge,
    Phrases,
    Symptom,
)
from engine.observe.words.content import (
    Sides,
    are_exchanged,
    direction,
    is_content,
    sides,
)
from engine.observe.words.plain import plain
from engine.observe.words.postings import Numbers, postings_of, starts_of
from engine.observe.words.quantities import stated_in
from engine.run import Floats
from engine.words_model.features import tokens
from engine.words_model.vectorizer import Vectorizer, fit_vectorizer

_NEGATION = re.compile(
    r"\b(?:no|not|never|none|nothing|without|neither|nor|cannot|hardly)\b|n't\b|\bfree of\b"
)
LEAST_SHARED = 2  # content stems that a clause and a phrasing must share
# One of them must be in at most this share of all phrasings, or in so few of a small index.
RARE_SHARE = 0.035
ALWAYS_RARE = 5

Flags = NDArray[np.bool_]
Columns = Mapping[str, int | None]


@dataclass(frozen=True, slots=True, eq=False)
class PhraseIndex:
    """All phrasings, indexed by their features.

    starts: the feature of column c has the postings from starts[c] to starts[c + 1].
    rows, weights: for each posting the phrasing that has the feature, and its value there.
    symptom_of, negated: for each phrasing its symptom, and whether it denies something.
    content, rare: for each column whether it is a stem that carries a subject, and a rare one.
    directions: for each phrasing 1 where it speaks of rising alone, -1 of falling alone, else 0.
    compared: the two sides of the phrasings that compare.
    """

    vectorizer: Vectorizer
    starts: Numbers
    rows: Numbers
    weights: NDArray[np.float32]
    symptom_of: tuple[str, ...]
    negated: tuple[bool, ...]
    content: Flags
    rare: Flags
    directions: NDArray[np.int8]
    compared: Mapping[int, Sides]

    # What follows is in the order of the phrasings, one number for each.

    def similarities(self, text: str) -> Floats:
        """Return how much the text resembles each phrasing, from 0 to 1.

        The cosine, in which words that no phrasing has count in the length of the text; 0 for
        phrasings that share too little with it, or say the opposite.
        """
        columns = self._columns_of(text)
        resembling = self.cosines(text) * self._known_share(columns)
        shared, rare = self._shared(columns)
        too_little = (shared < LEAST_SHARED) | (rare == 0)
        opposed = self.directions * direction(text) == -1
        resembling[too_little] = 0.0
        resembling[opposed] = 0.0
        resembling[self._exchanged(text)] = 0.0
        return resembling

    def _exchanged(self, text: str) -> list[int]:
        """Return the phrasings that compare the same things the other way round."""
        own = sides(text)
        if own is None:
            return []
        compared = self.compared.items()
        return [row for row, other in compared if are_exchanged(own, other)]

    def cosines(self, text: str) -> Floats:
        """Return the cosine of the text with each phrasing."""
        columns, values = self.vectorizer(text)
        postings, counts = self._postings_of(columns)
        own = np.repeat(values, counts)
        weighed = self.weights[postings] * own
        cosines = np.bincount(
            self.rows[postings],
            weights=weighed,
            minlength=len(self.symptom_of),
        )
        return cosines.astype(np.float64)

    def _postings_of(self, columns: NDArray[np.intp]) -> tuple[NDArray[np.intp], Numbers]:
        """Return the places of the postings of these columns, and how many each column has."""
        starts = self.starts[columns]
        counts = self.starts[columns + 1] - starts
        first = np.cumsum(counts) - counts
        within = np.arange(counts.sum())
        within -= np.repeat(first, counts)
        within += np.repeat(starts, counts)
        return within, counts

    def _known_share(self, columns: Columns) -> float:
        """Return the length of the known words as a share of the length of all words."""
        idf = self.vectorizer.idf
        rarest = self.vectorizer.rarest
        known = 0.0
        unknown = 0.0
        for stem, column in columns.items():
            if column is not None:
                known += float(idf[column]) ** 2
            elif is_content(stem):
                unknown += rarest**2
        every = known + unknown
        if not every:
            return 0.0
        return math.sqrt(known / every)

    def _shared(self, columns: Columns) -> tuple[Numbers, Numbers]:
        """Return for each phrasing how many content stems it shares, and how many rare ones."""
        shared = np.zeros(len(self.symptom_of), dtype=np.int32)
        rare = np.zeros_like(shared)
        for column in columns.values():
            if column is None or not self.content[column]:
                continue
            start = self.starts[column]
            end = self.starts[column + 1]
            rows = self.rows[start:end]
            shared[rows] += 1
            if self.rare[column]:
                rare[rows] += 1
        return shared, rare

    def _columns_of(self, text: str) -> Columns:
        """Return the column of each stem of a text, None for one that no phrasing has."""
        positions = self.vectorizer.by_name
        return {stem: positions.get(f"w {stem}") for stem in set(tokens(text))}


def phrase_index(knowledge: Knowledge) -> Phrases:
    """Return the index that came with the knowledge, else one that is fitted and remembered."""
    if knowledge.phrases is not None:
        return knowledge.phrases
    return _remembered(knowledge)


@lru_cache(maxsize=4)
def _remembered(knowledge: Knowledge) -> PhraseIndex:
    """Fit the index of a knowledge once, by its edition."""
    return fit_phrase_index(knowledge.symptoms)


def fit_phrase_index(symptoms: Mapping[str, Symptom]) -> PhraseIndex:
    """Index the phrasings of all symptoms: half a millisecond each."""
    symptom_of: list[str] = []
    texts: list[str] = []
    for slug, symptom in symptoms.items():
        phrasings = symptom.phrasings
        count = len(phrasings)
        symptom_of += [slug] * count
        texts += (_indexed(phrasing, slug) for phrasing in phrasings)
    vectorizer = fit_vectorizer(texts, minimum_documents=1)
    postings = postings_of(texts, vectorizer)

    features = len(vectorizer.positions)
    counts = np.bincount(postings.columns, minlength=features)
    # A stable sort keeps the rows of a column in their order.
    by_column = np.argsort(postings.columns, kind="stable")
    content = _content(vectorizer)
    most = max(
        ALWAYS_RARE,
        RARE_SHARE * len(texts),
    )
    return PhraseIndex(
        vectorizer=vectorizer,
        starts=starts_of(counts),
        rows=postings.rows[by_column],
        weights=postings.weights[by_column],
        symptom_of=tuple(symptom_of),
        negated=tuple(map(is_negated, texts)),
        content=content,
        rare=content & (counts <= most),
        directions=np.array([direction(text) for text in texts], dtype=np.int8),
        compared=_compared(texts),
    )


def _indexed(
    phrasing: str,
    symptom: str,
) -> str:
    """Return what is indexed of a phrasing: nothing of one whose point is read as a figure."""
    stated = stated_in(phrasing)
    if any(item.symptom == symptom for item in stated):
        return ""
    return phrasing


def _content(vectorizer: Vectorizer) -> Flags:
    """Return for each column whether it is a stem that carries a subject."""
    content = np.zeros(len(vectorizer.positions), dtype=np.bool_)
    for feature, column in vectorizer.positions.items():
        family, _, stem = feature.partition(" ")
        content[column] = family == "w" and is_content(stem)
    return content


def _compared(texts: Sequence[str]) -> dict[int, Sides]:
    """Return the two sides of the texts that compare."""
    compared: dict[int, Sides] = {}
    for row, text in enumerate(texts):
        both = sides(text)
        if both is not None:
            compared[row] = both
    return compared


def is_negated(text: str) -> bool:
    """Return whether the text has an odd number of negations.

    "It is not that it does not learn" denies nothing.
    """
    spelled = plain(text)
    negations = _NEGATION.findall(spelled)
    return len(negations) % 2 == 1
