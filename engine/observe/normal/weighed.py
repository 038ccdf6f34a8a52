"""Readings of normal pages, weighed against all the signs of the run.

A page names the signs that speak against it. A run that shows another sign of a failure has more
than a pattern that only looks wrong, so nothing is called fine there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from engine.evidence import Observation
from engine.knowledge import FailureMode, Indication, Knowledge
from engine.observe.normal.pattern import NormalPattern

# A sign asks for another explanation where it is grave, or notable and rare in healthy runs.
GRAVE_IMPORTANCE, GRAVE_BACKGROUND = 4, 0.2
NOTABLE_IMPORTANCE, NOTABLE_BACKGROUND = 3, 0.1
# Signs that are the pattern itself.
SAME_AS = {
    "overconfident-validation-loss": {
        "validation-loss-turns-up",
        "reported-metric-stalls-while-training-improves",
    },
}

Signs = Mapping[str, Observation]  # what is seen, by symptom


def weighed(
    patterns: Iterable[NormalPattern],
    observations: Iterable[Observation],
    knowledge: Knowledge,
) -> tuple[NormalPattern, ...]:
    """Return the readings in their order; those that hold keep that only without a sign against.

    A sign that the page names as speaking against it breaks it. Another sign of a failure, which
    the page does not expect, leaves it not measured. Signs that only words resemble do not count:
    who asks whether a pattern is normal describes it as if it were a fault.
    """
    shown = [each for each in observations if each.state == "seen"]
    seen = {each.symptom: each for each in shown if each.channel != "words"}
    failing = {slug: each for slug, each in seen.items() if _is_of_failure(slug, knowledge)}
    return tuple(_weighed(each, seen, failing, knowledge.failure_modes) for each in patterns)


def _weighed(
    pattern: NormalPattern,
    seen: Signs,
    failing: Signs,
    pages: Mapping[str, FailureMode],
) -> NormalPattern:
    page = pages.get(pattern.slug)
    if pattern.state != "holds" or page is None:
        return pattern
    against = [seen[sign.symptom] for sign in page.indications if _speaks_against(sign, seen)]
    if against:
        return replace(
            pattern,
            state="broken",
            text=f"{pattern.text} {against[0].text}",
        )
    expected = {sign.symptom for sign in page.indications if sign.evoking > 0}
    expected |= SAME_AS.get(pattern.slug, set())
    others = [each for slug, each in failing.items() if slug not in expected]
    if others:
        return replace(
            pattern,
            state="not-measured",
            text=f"{pattern.text} {others[0].text}",
        )
    return pattern


def _speaks_against(sign: Indication, seen: Signs) -> bool:
    return sign.evoking < 0 and sign.symptom in seen


def _is_of_failure(slug: str, knowledge: Knowledge) -> bool:
    symptom = knowledge.symptoms.get(slug)
    if symptom is None:
        return False
    if symptom.importance >= GRAVE_IMPORTANCE:
        return symptom.background <= GRAVE_BACKGROUND
    is_notable = symptom.importance >= NOTABLE_IMPORTANCE
    return is_notable and symptom.background <= NOTABLE_BACKGROUND
