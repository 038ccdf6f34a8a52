"""Observe messages of trainers and libraries in the log, and in descriptions that quote them.

Quote the earliest message of each symptom; later ones are usually consequences.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from engine.evidence import Observation, Span, State
from engine.observe.log.hits import QUOTED, Hit, hits, logged_hits, quoted_hits
from engine.observe.log.overflow import scale_is_lost
from engine.observe.log.tables import SIGNATURES
from engine.observe.measures.once import once_per_case
from engine.run import Case
from engine.scales import is_seen

__all__ = ["QUOTED", "SYMPTOMS", "hits", "observe_log", "silent"]

LINES_FOR_ABSENCE = 20  # a shorter excerpt says nothing about the rest of the log
OVERFLOW = "log-gradient-overflow"


def _symptoms() -> tuple[str, ...]:
    """Return the symptoms of the signatures, each once, in the order of the tables.

    Signatures that say nothing about how the model trains have none.
    """
    named = [signature.symptom for signature in SIGNATURES]
    ordered = dict.fromkeys(named)
    return tuple(filter(None, ordered))


SYMPTOMS: tuple[str, ...] = _symptoms()


@once_per_case
def observe_log(case: Case) -> tuple[Observation, ...]:
    """Return one observation for each symptom of the signatures, in the order of the tables."""
    best: dict[str, Observation] = {}
    for hit in _in_log(case):
        _keep_earliest(best, _observation(hit))
    for hit in quoted_hits(case):
        if hit.signature.symptom:
            _keep_stronger(best, _quoted_in_words(hit))

    unseen: State = "not-measured"
    if len(case.log) >= LINES_FOR_ABSENCE:
        unseen = "absent"
    observations = silent(unseen) | best
    return tuple(observations.values())


@cache
def silent(unseen: State) -> dict[str, Observation]:
    """Return the observations of a log that holds no message."""
    return {
        slug: Observation(
            slug,
            unseen,
            channel="log",
            source="log",
        )
        for slug in SYMPTOMS
    }


def _in_log(case: Case) -> list[Hit]:
    """Return what the log shows of symptoms.

    Overflows are counted against the steps of the run; where the loss scale is lost, even a few of
    them are more than a search for the scale.
    """
    shown = []
    for hit in logged_hits(case):
        symptom = hit.signature.symptom
        if symptom == OVERFLOW and hit.is_usual and scale_is_lost(case.log):
            hit = replace(hit, is_usual=False)
        if symptom:
            shown.append(hit)
    return shown


def _keep_earliest(best: dict[str, Observation], item: Observation) -> None:
    """Prefer a clear message to an unclear one, then the earlier to the later."""
    other = best.get(item.symptom)
    if other is None or _precedence(item) < _precedence(other):
        best[item.symptom] = item


def _precedence(item: Observation) -> tuple[bool, float, float]:
    line = item.span.start if item.span else 0.0
    is_unclear = item.state != "seen"
    return is_unclear, line, -item.strength


def _keep_stronger(best: dict[str, Observation], item: Observation) -> None:
    other = best.get(item.symptom)
    strength = other.strength if other else 0.0
    if item.strength > strength:
        best[item.symptom] = item


def _quoted_in_words(hit: Hit) -> Observation:
    """Return the observation of a message that a description quotes; it weighs as words do."""
    observed = _observation(hit)
    return replace(
        observed,
        channel="words",
        source="description",
        span=None,
    )


def _observation(hit: Hit) -> Observation:
    strength = hit.strength
    state: State = "seen" if is_seen(strength) else "absent"
    text = f"{hit.signature.meaning}: \u201c{hit.quote}\u201d"
    if hit.count > 1:
        text += f" ({hit.count} times)"
    line = float(hit.line)
    return Observation(
        symptom=hit.signature.symptom,
        state=state,
        strength=strength,
        channel="log",
        source="log",
        text=text,
        span=Span("log", line, line),
    )
