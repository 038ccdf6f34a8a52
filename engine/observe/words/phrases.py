"""Observe symptoms in free text: comparisons and courses that it states, else the phrasings it
resembles.

Each clause is compared with every phrasing of every symptom. A clause that says the opposite of the
phrasing it resembles ("no NaN", "isn't overfitting") makes the symptom absent. A question states
what it takes for granted, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from engine.evidence import Observation, State
from engine.knowledge import Knowledge, Phrases
from engine.observe.measures.band import logistic
from engine.observe.words.clauses import Clause, clauses
from engine.observe.words.compared_parts import compared_parts
from engine.observe.words.courses import (
    Course,
    courses_of,
    tells_courses_only,
)
from engine.observe.words.intent import Judged, judge
from engine.observe.words.languages.translate import to_english
from engine.observe.words.languages.understood import Understood
from engine.observe.words.levels import STRENGTH, contrasts, levels_of
from engine.observe.words.phrase_index import is_negated, phrase_index
from engine.observe.words.prose import is_settings
from engine.observe.words.quantities import figure_spans
from engine.observe.words.tasks import told_task
from engine.observe.words.trends import trends
from engine.run import Floats

# Resemblance of a clause with the nearest phrasing. Phrasings of one symptom are written to differ,
# so each was compared with all others: the nearest is of the same symptom for 15 of 100 at 0.3 to
# 0.4, for 35 at 0.5 to 0.7 and for 48 above. Common wordings, of which a phrasing exists, reach
# 0.8 and more. So a resemblance is weak evidence, and has a low weight (told_in_text).
SURELY_OTHER = 0.35
SURELY_SAME = 0.8
SURELY_DENIED = 0.5  # a denial needs a close match
SYMPTOMS_PER_CLAUSE = 2  # one clause says one thing, or two
EVIDENCE_CHARACTERS = 160
SOURCE = "description"


@dataclass(frozen=True, slots=True)
class Match:
    """A clause and the symptom that it states; `opposite` where it denies it.

    strength: how surely it states it, 0 to 1, whichever way.
    """

    symptom: str
    strength: float
    opposite: bool
    clause: Clause


def observe_text(
    text: str,
    knowledge: Knowledge,
) -> tuple[Observation, ...]:
    """Observe symptoms that the text reports or denies, with the clause that does so.

    A text of which less than half was understood states nothing.
    """
    if not text.strip():
        return ()
    understood = to_english(text)
    if not understood.is_enough:
        return ()
    found = matches(understood.text, phrase_index(knowledge))
    known = (found[symptom] for symptom in sorted(found) if symptom in knowledge.symptoms)
    return tuple(_observation(match, understood) for match in known)


def matches(
    text: str,
    index: Phrases,
) -> dict[str, Match]:
    """Return the best match of each symptom over all clauses of an English text."""
    best: dict[str, Match] = {}
    for match in _every_match(text, index):
        known = best.get(match.symptom)
        if known is None or match.strength > known.strength:
            best[match.symptom] = match
    return best


def _every_match(
    text: str,
    index: Phrases,
) -> Iterator[Match]:
    judged = [judge(clause) for clause in clauses(text, figure_spans(text))]
    stated = [(item.stated, item.clause) for item in judged if item.stated is not None]
    courses: list[Course] = []
    for part, clause in stated:
        comparison = compared_parts(part)
        if comparison is not None and comparison.symptom:
            strength = comparison.strength
            yield Match(
                comparison.symptom,
                strength,
                comparison.denied,
                clause,
            )
            continue
        own = courses_of(part, courses)
        courses += own
        if is_settings(part.text):
            continue  # "batch_size=32: loss and val_loss agree": a setting is no symptom
        if not own or not tells_courses_only(part, own):
            yield from _resembling(
                part,
                clause,
                index,
            )
    for trend in trends(courses, told_task(text)):
        yield Match(
            trend.symptom,
            trend.strength,
            False,
            trend.clause,
        )
    judging = [item.stated or item.clause for item in judged if _may_judge(item)]
    levels = [level for part in judging for level in levels_of(part)]
    for contrast in contrasts(levels):
        yield Match(
            contrast.symptom,
            STRENGTH,
            False,
            contrast.clause,
        )


def _may_judge(item: Judged) -> bool:
    """Say whether a clause says how well something goes; one that is content does so as well."""
    return item.stated is not None or item.kind == "satisfied"


def _resembling(
    stated: Clause,
    whole: Clause,
    index: Phrases,
) -> Iterator[Match]:
    resemblances = index.similarities(stated.text)
    negated = is_negated(stated.text)
    for row in _nearest_symptoms(resemblances, index):
        resemblance = float(resemblances[row])
        opposite = negated and not index.negated[row]
        if negated != index.negated[row] and not (opposite and resemblance >= SURELY_DENIED):
            continue  # only a denial denies: a statement says nothing of what others deny
        strength = logistic(
            resemblance,
            SURELY_OTHER,
            SURELY_SAME,
        )
        yield Match(
            index.symptom_of[row],
            strength,
            opposite,
            whole,
        )


def _nearest_symptoms(
    resemblances: Floats,
    index: Phrases,
) -> list[int]:
    """Return the best phrasing of each of the symptoms nearest to a clause, if near enough."""
    nearest: dict[str, int] = {}
    ordered = np.argsort(-resemblances, kind="stable")[: SYMPTOMS_PER_CLAUSE * 12]
    for row in ordered.tolist():
        if resemblances[row] <= SURELY_OTHER or len(nearest) == SYMPTOMS_PER_CLAUSE:
            break
        nearest.setdefault(index.symptom_of[row], row)
    return list(nearest.values())


def _observation(
    match: Match,
    understood: Understood,
) -> Observation:
    said = understood.quote(match.clause.start, match.clause.end)
    quoted = f'you say: "{said[:EVIDENCE_CHARACTERS]}"'
    state: State = "seen"
    strength = match.strength
    if match.opposite:
        state = "absent"
        strength = (1 - strength) / 2
    return Observation(
        match.symptom,
        state,
        strength,
        "words",
        SOURCE,
        quoted,
    )
