"""Symptoms in free text: each clause is compared with every phrasing of every symptom.

A clause that says the opposite of the phrasing it resembles ("no NaN", "isn't overfitting") makes
the symptom absent. The comparison is a cosine of the same features as the text model's, over an
inverted index.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from engine.evidence import Observation
from engine.knowledge import Knowledge
from engine.observe.robust import logistic
from engine.run import Floats
from engine.words_model.features import normalize
from engine.words_model.model import Vectorizer
from engine.words_model.train import fit_vectorizer

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
    """postings: column -> (phrasings that hold the feature, their values)."""

    vectorizer: Vectorizer
    postings: dict[int, tuple[Floats, Floats]]
    symptom_of: tuple[str, ...]
    negated: tuple[bool, ...]

    def similarities(self, text: str) -> Floats:
        """The cosine of the text with each phrasing."""
        columns, values = self.vectorizer(text)
        cosines = np.zeros(len(self.symptom_of))
        for column, value in zip(columns.tolist(), values.tolist(), strict=True):
            rows, weights = self.postings[column]
            cosines[rows.astype(np.intp)] += value * weights
        return cosines


@lru_cache(maxsize=4)
def phrase_index(knowledge: Knowledge) -> PhraseIndex:
    pairs = [
        (slug, text) for slug, symptom in knowledge.symptoms.items() for text in symptom.phrasings
    ]
    vectorizer = fit_vectorizer([text for _, text in pairs], minimum_documents=1)
    gathered: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for row, (_, text) in enumerate(pairs):
        columns, values = vectorizer(text)
        for column, value in zip(columns.tolist(), values.tolist(), strict=True):
            gathered[column].append((row, value))
    postings = {
        column: (
            np.array([row for row, _ in rows], dtype=np.float64),
            np.array([value for _, value in rows]),
        )
        for column, rows in gathered.items()
    }
    return PhraseIndex(
        vectorizer,
        postings,
        tuple(slug for slug, _ in pairs),
        tuple(is_negated(t) for _, t in pairs),
    )


def clauses(text: str) -> list[str]:
    """The parts of a text that each make one statement, in order."""
    parts = (part.strip() for part in _BOUNDARY.split(normalize(text)))
    return [part for part in parts if len(part) > 2][:MAX_CLAUSES]


def is_negated(text: str) -> bool:
    """Whether an odd number of negations stands in the text."""
    return len(_NEGATION.findall(normalize(text))) % 2 == 1


@dataclass(frozen=True, slots=True)
class Match:
    symptom: str
    cosine: float
    opposite: bool
    clause: str


def matches(text: str, index: PhraseIndex) -> dict[str, Match]:
    """The best match of each symptom over all clauses."""
    best: dict[str, Match] = {}
    for clause in clauses(text):
        cosines = index.similarities(clause)
        negated = is_negated(clause)
        for row in _nearest_symptoms(cosines, index):
            symptom = index.symptom_of[row]
            if symptom not in best or cosines[row] > best[symptom].cosine:
                best[symptom] = Match(
                    symptom, float(cosines[row]), negated != index.negated[row], clause
                )
    return best


def _nearest_symptoms(cosines: Floats, index: PhraseIndex) -> list[int]:
    """The best phrasing of each of the symptoms nearest to a clause, if near enough."""
    nearest: dict[str, int] = {}
    for row in np.argsort(-cosines, kind="stable")[: SYMPTOMS_PER_CLAUSE * 12].tolist():
        if cosines[row] <= SURELY_OTHER or len(nearest) == SYMPTOMS_PER_CLAUSE:
            break
        nearest.setdefault(index.symptom_of[row], row)
    return list(nearest.values())


def observe_text(text: str, knowledge: Knowledge) -> tuple[Observation, ...]:
    """Symptoms that the text tells of, seen or denied, with the clause that says so."""
    if not text.strip():
        return ()
    found = matches(text, phrase_index(knowledge)).values()
    usable = (match for match in found if not match.opposite or match.cosine >= SURELY_DENIED)
    return tuple(_observation(match) for match in sorted(usable, key=lambda match: match.symptom))


def _observation(match: Match) -> Observation:
    strength = float(logistic(match.cosine, SURELY_OTHER, SURELY_SAME))
    quoted = f"the description says: \u201c{match.clause[:EVIDENCE_CHARACTERS]}\u201d"
    if match.opposite:
        return Observation(
            match.symptom, "absent", (1 - strength) / 2, "words", "description", quoted
        )
    return Observation(match.symptom, "seen", strength, "words", "description", quoted)
