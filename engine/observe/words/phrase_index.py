"""Index all phrasings of all symptoms by their features, for the cosine with a clause."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.knowledge import Knowledge, Phrases, Symptom
from engine.run import Floats
from engine.words_model.features import normalize
from engine.words_model.vectorizer import Vectorizer, fit_vectorizer

_NEGATION = re.compile(
    r"\b(?:no|not|never|none|nothing|without|neither|nor|cannot|hardly)\b|n't\b|\bfree of\b"
)

Numbers = NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class PhraseIndex:
    """All phrasings, indexed by their features.

    starts: the feature of column c has the postings from starts[c] to starts[c + 1].
    rows, weights: for each posting the phrasing that has the feature, and its value there.
    symptom_of, negated: for each phrasing its symptom, and whether it denies something.
    """

    vectorizer: Vectorizer
    starts: Numbers
    rows: Numbers
    weights: NDArray[np.float32]
    symptom_of: tuple[str, ...]
    negated: tuple[bool, ...]

    def similarities(self, text: str) -> Floats:
        """Return the cosine of the text with each phrasing."""
        columns, values = self.vectorizer(text)
        count = len(self.symptom_of)
        cosines = np.zeros(count)
        features = zip(columns.tolist(), values.tolist(), strict=True)
        for column, value in features:
            start = self.starts[column]
            end = self.starts[column + 1]
            rows = self.rows[start:end]
            weights = self.weights[start:end].astype(np.float64)
            cosines[rows] += value * weights
        return cosines


def phrase_index(knowledge: Knowledge) -> Phrases:
    """Return the index that came with the knowledge, else one that is fitted and remembered."""
    if knowledge.phrases is not None:
        return knowledge.phrases
    return _remembered(knowledge)


@lru_cache(maxsize=4)
def _remembered(knowledge: Knowledge) -> PhraseIndex:
    return fit_phrase_index(knowledge.symptoms)


def fit_phrase_index(symptoms: Mapping[str, Symptom]) -> PhraseIndex:
    """Index the phrasings of all symptoms: a third of a millisecond each."""
    symptom_of: list[str] = []
    texts: list[str] = []
    for slug, symptom in symptoms.items():
        phrasings = symptom.phrasings
        symptom_of += [slug] * len(phrasings)
        texts += phrasings
    vectorizer = fit_vectorizer(texts, minimum_documents=1)
    postings = _postings(texts, vectorizer)

    features = len(vectorizer.positions)
    counts = np.bincount(
        postings.columns,
        minlength=features,
    )
    # A stable sort keeps the rows of a column in their order.
    by_column = np.argsort(
        postings.columns,
        kind="stable",
    )
    return PhraseIndex(
        vectorizer=vectorizer,
        starts=_starts(counts),
        rows=postings.rows[by_column],
        weights=postings.weights[by_column],
        symptom_of=tuple(symptom_of),
        negated=tuple(map(is_negated, texts)),
    )


@dataclass(frozen=True, slots=True)
class Postings:
    """Which feature (column) each text (row) has, and its value there."""

    columns: Numbers
    rows: Numbers
    weights: NDArray[np.float32]


def _postings(texts: list[str], vectorizer: Vectorizer) -> Postings:
    columns: list[int] = []
    rows: list[int] = []
    weights: list[float] = []
    for row, text in enumerate(texts):
        own_columns, values = vectorizer(text)
        count = len(own_columns)
        columns += own_columns.tolist()
        rows += [row] * count
        weights += values.tolist()
    return Postings(
        np.array(columns, dtype=np.int32),
        np.array(rows, dtype=np.int32),
        np.array(weights, dtype=np.float32),
    )


def _starts(counts: NDArray[np.intp]) -> Numbers:
    """Return where the postings of each column begin, and the end of the last."""
    ends = np.cumsum(counts)
    starts = np.insert(ends, 0, 0)
    return starts.astype(np.int32)


def is_negated(text: str) -> bool:
    """Return whether the text has an odd number of negations."""
    spelled = normalize(text)
    negations = _NEGATION.findall(spelled)
    return len(negations) % 2 == 1
