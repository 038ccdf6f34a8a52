"""Observe symptoms in free text by comparing each clause with every phrasing of every symptom.

A clause that says the opposite of the phrasing it resembles ("no NaN", "isn't overfitting") makes
the symptom absent. The comparison is a cosine of the same features as the text model's, over an
inverted index.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.evidence import Observation, State
from engine.knowledge import Knowledge, Phrases, Symptom
from engine.observe.measures.band import logistic
from engine.run import Floats
from engine.words_model.features import normalize
from engine.words_model.vectorizer import Vectorizer, fit_vectorizer

# Cosine of a clause with the nearest phrasing, chosen among three pairs of bounds by how well
# held-out cases are ranked. Phrasings of one symptom are written to differ: the nearest other
# phrasing of the same symptom is at 0.22 in the median, the nearest of another symptom at 0.32
# (ninetieth percentiles 0.44 and 0.49). So a resemblance is weak evidence, and has a low weight
# (told_in_text).
SURELY_OTHER = 0.3
SURELY_SAME = 0.6
SURELY_DENIED = 0.5  # a denial needs a close match
SYMPTOMS_PER_CLAUSE = 2  # one clause says one thing, or two
MAX_CLAUSES = 60
EVIDENCE_CHARACTERS = 160

Numbers = NDArray[np.int32]

_CONTRAST = r"(?:but|while|whereas|although|though|however)\b\s++"
# White space in front of a contrast belongs to the boundary, except line breaks that open it. Each
# alternative reads a run of blanks or line breaks from its start and only once: `\s+` before the
# word was quadratic in spaces.
_BOUNDARY = re.compile(
    r"(?<=[.!?;])\s++"
    rf"|,\s++{_CONTRAST}"
    rf"|(?<![^\S\n])[^\S\n]++{_CONTRAST}"
    rf"|(?<=[^\S\n])\n++{_CONTRAST}"
    r"|\n++"
    r"|:\s++"
)
_NEGATION = re.compile(
    r"\b(?:no|not|never|none|nothing|without|neither|nor|cannot|hardly)\b|n't\b|\bfree of\b"
)


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
        cosines = np.zeros(len(self.symptom_of))
        for column, value in zip(columns.tolist(), values.tolist(), strict=True):
            postings = slice(self.starts[column], self.starts[column + 1])
            weights = self.weights[postings].astype(np.float64)
            cosines[self.rows[postings]] += value * weights
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
        symptom_of += [slug] * len(symptom.phrasings)
        texts += symptom.phrasings
    vectorizer = fit_vectorizer(texts, minimum_documents=1)
    vectors = [vectorizer(text) for text in texts]
    columns = _joined([columns for columns, _ in vectors], np.intp)
    weights = _joined([values for _, values in vectors], np.float32)
    lengths = [len(columns) for columns, _ in vectors]
    rows = np.repeat(np.arange(len(texts), dtype=np.int32), lengths)

    by_column = np.argsort(columns, kind="stable")  # the rows of a column stay in order
    counts = np.bincount(columns, minlength=len(vectorizer.positions))
    return PhraseIndex(
        vectorizer=vectorizer,
        starts=np.concatenate([[0], np.cumsum(counts)]).astype(np.int32),
        rows=rows[by_column],
        weights=weights[by_column],
        symptom_of=tuple(symptom_of),
        negated=tuple(map(is_negated, texts)),
    )


def _joined(parts: list[NDArray[Any]], dtype: type[Any]) -> NDArray[Any]:
    """Concatenate the arrays; none give an empty array."""
    return np.concatenate([np.empty(0, dtype), *parts]).astype(dtype)


def clauses(text: str) -> list[str]:
    """Split a text into the parts that each make one statement, in order."""
    parts = (part.strip() for part in _BOUNDARY.split(normalize(text)))
    return [part for part in parts if len(part) > 2][:MAX_CLAUSES]


def is_negated(text: str) -> bool:
    """Whether the text has an odd number of negations."""
    return len(_NEGATION.findall(normalize(text))) % 2 == 1


@dataclass(frozen=True, slots=True)
class Match:
    """A clause and the symptom whose phrasing it resembles; `opposite` where it denies it."""

    symptom: str
    cosine: float
    opposite: bool
    clause: str


def matches(text: str, index: Phrases) -> dict[str, Match]:
    """Return the best match of each symptom over all clauses."""
    best: dict[str, Match] = {}
    for clause in clauses(text):
        cosines = index.similarities(clause)
        negated = is_negated(clause)
        for row in _nearest_symptoms(cosines, index):
            symptom, cosine = index.symptom_of[row], float(cosines[row])
            if symptom not in best or cosine > best[symptom].cosine:
                opposite = negated != index.negated[row]
                best[symptom] = Match(symptom, cosine, opposite, clause)
    return best


def _nearest_symptoms(cosines: Floats, index: Phrases) -> list[int]:
    """Return the best phrasing of each of the symptoms nearest to a clause, if near enough."""
    nearest: dict[str, int] = {}
    ordered = np.argsort(-cosines, kind="stable")[: SYMPTOMS_PER_CLAUSE * 12]
    for row in ordered.tolist():
        if cosines[row] <= SURELY_OTHER or len(nearest) == SYMPTOMS_PER_CLAUSE:
            break
        nearest.setdefault(index.symptom_of[row], row)
    return list(nearest.values())


def observe_text(text: str, knowledge: Knowledge) -> tuple[Observation, ...]:
    """Observe symptoms that the text reports or denies, with the clause that does so."""
    if not text.strip():
        return ()
    by_symptom = sorted(matches(text, phrase_index(knowledge)).items())
    return tuple(
        _observation(match)
        for _, match in by_symptom
        if not match.opposite or match.cosine >= SURELY_DENIED
    )


def _observation(match: Match) -> Observation:
    strength = float(logistic(match.cosine, SURELY_OTHER, SURELY_SAME))
    quoted = f"the description says: \u201c{match.clause[:EVIDENCE_CHARACTERS]}\u201d"
    state: State = "seen"
    if match.opposite:
        state, strength = "absent", (1 - strength) / 2
    return Observation(match.symptom, state, strength, "words", "description", quoted)
