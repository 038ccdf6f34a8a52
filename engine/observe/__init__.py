"""From a case to what it shows. The one place where observations of several channels are merged."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache

import numpy as np

from engine.evidence import Finding, Observation
from engine.guard import COULD_NOT, guarded
from engine.knowledge import Knowledge
from engine.observe.config import CONFIG
from engine.observe.curves import CURVES
from engine.observe.detector import Detector, Look
from engine.observe.log import signatures
from engine.observe.measures.once import remembering
from engine.observe.needs import Names, can_do_without, names_in
from engine.observe.words.phrases import observe_text
from engine.observe.words.quantities import observe_quantities
from engine.run import Case
from engine.scales import is_seen

DETECTORS: tuple[Detector, ...] = CURVES + CONFIG

# symptom -> address of what measures it, as its record names it
MEASURED_BY: Mapping[str, str] = {
    **{detector.symptom: detector.address for detector in DETECTORS},
    **dict.fromkeys(signatures.SYMPTOMS, "log.signatures"),
}


class UnknownSymptomError(LookupError):
    """The engine observed a symptom that the knowledge does not describe."""


def observe(
    case: Case,
    knowledge: Knowledge,
) -> tuple[Observation, ...]:
    """Return one observation for each symptom of the knowledge, in its order.

    What a person states as certain wins over what was measured, read in the log or stated in
    numbers; of these the strongest wins. Words that resemble a symptom count where none of them
    speaks. Raises UnknownSymptomError.
    """
    best: dict[str, Observation] = {}
    failed: dict[str, Observation] = {}
    for observations in (*_of_sources(case), _figures(case, knowledge)):
        for observation in observations:
            if observation.state == "not-measured":
                if observation.text == COULD_NOT:
                    failed[observation.symptom] = observation
                continue
            other = best.get(observation.symptom)
            if other is None or observation.strength > other.strength:
                best[observation.symptom] = observation
    for observation in _resembled(case, knowledge):
        best.setdefault(observation.symptom, observation)
    best.update({observation.symptom: observation for observation in observe_told(case)})
    _refuse_unknown(best, knowledge)
    every = _nothing_measured(knowledge) | failed | best  # in the order of the symptoms
    return tuple(every.values())


def observe_curves_and_config(case: Case) -> tuple[Observation, ...]:
    """Return one observation for each measured symptom, in a fixed order."""
    if not holds_anything_measured(case):
        return _none_measured()
    names = names_in(case)
    # A run that blows up holds numbers whose squares and products overflow; strengths stay within 0
    # and 1.
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"), remembering():
        return tuple(_measured(detector, case, names) for detector in DETECTORS)


def _measured(detector: Detector, case: Case, names: Names) -> Observation:
    """Return what a detector finds; where it fails, an observation that says so.

    names: all that the case gives, without which most detectors find nothing.
    """
    if can_do_without(detector.observe, names):
        return _of_nothing(detector.symptom, detector.observe)
    return guarded(
        detector.address,
        lambda looked_at: _observation(detector.symptom, detector.observe(looked_at)),
        case,
        _failed(detector.symptom),
    )


@lru_cache(maxsize=512)  # detectors
def _of_nothing(symptom: str, look: Look) -> Observation:
    return _observation(symptom, look(Case()))


@cache
def _failed(symptom: str) -> Observation:
    return Observation(symptom, "not-measured", text=COULD_NOT)


def _of_sources(case: Case) -> Iterator[Iterable[Observation]]:
    for source in SOURCES:
        nothing: Iterable[Observation] = ()
        yield guarded(source.__name__, source, case, nothing)


def _figures(case: Case, knowledge: Knowledge) -> Iterable[Observation]:
    nothing: Iterable[Observation] = ()
    return guarded(
        "quantities of the description",
        lambda text: observe_quantities(text, knowledge.symptoms),
        case.description,
        nothing,
    )


def _resembled(case: Case, knowledge: Knowledge) -> Iterable[Observation]:
    nothing: Iterable[Observation] = ()
    return guarded(
        "phrases of the description",
        lambda text: observe_text(text, knowledge),
        case.description,
        nothing,
    )


@cache
def _none_measured() -> tuple[Observation, ...]:
    return tuple(_not_measured(detector.symptom) for detector in DETECTORS)


def holds_anything_measured(case: Case) -> bool:
    """Say whether a case holds a curve, a table or a setting that a detector could look at."""
    return any((case.series, case.layers, case.classes, case.config))


@lru_cache(maxsize=4)
def _nothing_measured(knowledge: Knowledge) -> dict[str, Observation]:
    silent = signatures.silent("not-measured")
    return {slug: silent.get(slug) or _not_measured(slug) for slug in knowledge.symptoms}


@lru_cache(maxsize=4096)  # most symptoms of most cases
def _not_measured(symptom: str) -> Observation:
    return Observation(symptom, "not-measured")


def observe_told(case: Case) -> list[Observation]:
    """Return what a person ticked as seen or as absent; a symptom in both lists counts as
    absent.
    """
    seen = [
        Observation(slug, "seen", 1.0, "told", "symptoms", "you said so") for slug in case.told_seen
    ]
    absent = [
        Observation(slug, "absent", 0.0, "told", "absent_symptoms", "you said it is not there")
        for slug in case.told_absent
    ]
    return seen + absent


SOURCES: tuple[Callable[[Case], Iterable[Observation]], ...] = (
    observe_curves_and_config,
    signatures.observe_log,
)


def _observation(
    symptom: str,
    finding: Finding | None,
) -> Observation:
    if finding is None or not math.isfinite(finding.strength):
        return _not_measured(symptom)
    return Observation(
        symptom=symptom,
        state="seen" if is_seen(finding.strength) else "absent",
        strength=finding.strength,
        channel="measured",
        source=finding.source,
        text=finding.text,
        span=finding.span,
    )


def undescribed(knowledge: Knowledge) -> list[str]:
    """Return the measured symptoms that the knowledge does not describe, sorted."""
    return sorted(MEASURED_BY.keys() - knowledge.symptoms.keys())


def _refuse_unknown(
    observed: Mapping[str, Observation],
    knowledge: Knowledge,
) -> None:
    """Refuse what no entry can name, since it would vanish without a word."""
    missing = _undescribed(knowledge)
    described = knowledge.symptoms.keys()
    if missing or not observed.keys() <= described:
        unknown = missing | (observed.keys() - described)
        names = ", ".join(sorted(unknown))
        raise UnknownSymptomError(f"the knowledge has no record of {names}")


@lru_cache(maxsize=4)
def _undescribed(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(undescribed(knowledge))
