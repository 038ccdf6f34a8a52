"""The one entry point: a case and the knowledge in, a ranked report out. Deterministic."""

from __future__ import annotations

from collections.abc import Iterable

from engine.evidence import Observation
from engine.knowledge import HEALTHY, SOMETHING_ELSE, Knowledge
from engine.observe import observe_curves_and_config
from engine.observe.log.signatures import observe_log
from engine.observe.words.phrases import observe_text
from engine.observe.words.quantities import observe_quantities
from engine.rank.next_checks import next_checks
from engine.rank.ranking import Ranking, rank
from engine.rank.weights import WEIGHTS
from engine.report import Diagnosis, Evidence, Report, Verdict
from engine.run import Case
from engine.scales import is_seen
from engine.words_model.features import words

NEXT_CHECKS = 4
LEAST_WORDS = 2
LEAST_WEIGHT = 0.05  # nats; a smaller part is not worth a sentence
LEAST_MEASURED = 4  # symptoms; the first few points of a curve say little more than that they are numbers
UNDERSTOOD = 0.8  # a clause that resembles a symptom less is weighed, but not listed as unexplained
NOT_FINITE = "loss-non-finite"
NOTABLE_IMPORTANCE = 3
NOTABLE_BACKGROUND = 0.1


class UnknownSymptomError(LookupError):
    """The engine observed a symptom that the knowledge does not describe."""


def diagnose(case: Case, knowledge: Knowledge, top: int = 5) -> Report:
    """`top` is the number of diagnoses listed, whatever the verdict."""
    observations = observe(case, knowledge)
    ranking = rank(observations, knowledge, text_scores(case, knowledge), told=somebody_asks(case))
    order = ranking.order()
    verdict = decide(ranking, observations, knowledge)
    reported = _reported(ranking, order) if verdict == "failure" else ()
    known = {item.symptom for item in observations if item.state != "not-measured"}
    return Report(
        verdict=verdict,
        diagnoses=tuple(_diagnosis(mode, ranking, knowledge) for mode in order[:top]),
        reported=reported,
        observations=observations,
        next_checks=next_checks(ranking, knowledge, known, NEXT_CHECKS),
        unexplained=_unexplained(observations, reported or tuple(order[:1]), knowledge),
        probabilities=ranking.probabilities,
        read_as=case.read_as,
        warnings=case.warnings,
    )


def observe(case: Case, knowledge: Knowledge) -> tuple[Observation, ...]:
    """One observation per symptom, in the order of the knowledge. What is told as certain wins over what was
    measured or stated in numbers, and that over words which resemble a phrasing."""
    best: dict[str, Observation] = {}
    measured = (*observe_curves_and_config(case), *observe_log(case), *observe_quantities(case.description))
    refuse_unknown(measured, knowledge)
    for item in measured:
        if _outweighs(item, best.get(item.symptom)):
            best[item.symptom] = item
    for item in observe_text(case.description, knowledge):
        if item.symptom not in best or best[item.symptom].state == "not-measured":
            best[item.symptom] = item
    told = _told(case)
    refuse_unknown(told, knowledge)
    best.update({item.symptom: item for item in told})
    return tuple(best.get(slug, Observation(slug, "not-measured")) for slug in knowledge.symptoms)


def refuse_unknown(observations: Iterable[Observation], knowledge: Knowledge) -> None:
    """Raises UnknownSymptomError: an observation that no entry can name would vanish without a word."""
    unknown = sorted({item.symptom for item in observations} - knowledge.symptoms.keys())
    if unknown:
        raise UnknownSymptomError(f"the knowledge has no record of {', '.join(unknown)}")


def _told(case: Case) -> list[Observation]:
    seen = [Observation(slug, "seen", 1.0, "symptoms", "you said so") for slug in case.told_seen]
    absent = [
        Observation(slug, "absent", 0.0, "absent_symptoms", "you said it is not there") for slug in case.told_absent
    ]
    return seen + absent


def _outweighs(item: Observation, other: Observation | None) -> bool:
    if other is None or other.state == "not-measured":
        return True
    return item.state != "not-measured" and item.strength > other.strength


def text_scores(case: Case, knowledge: Knowledge) -> dict[str, float]:
    """log P(mode | words of the description); empty without a model, and for a greeting or a single word."""
    if knowledge.text_model is None or len(words(case.description)) < LEAST_WORDS:
        return {}
    return knowledge.text_model.log_probabilities(case.description)


def somebody_asks(case: Case) -> bool:
    """A description or a ticked symptom means that a person sees something wrong."""
    return bool(case.description.strip() or case.told_seen)


def decide(ranking: Ranking, observations: tuple[Observation, ...], knowledge: Knowledge) -> Verdict:
    """A failure needs a sign of one. Healthy needs several things measured and no notable one among them seen:
    nothing looked at is not nothing found, and a sign that no entry explains is a sign."""
    probabilities = ranking.probabilities
    failure = 1 - probabilities[HEALTHY]
    likeliest = max(probabilities[mode] for mode in ranking.compiled.modes)
    named = likeliest >= max(WEIGHTS.report_mode, probabilities[SOMETHING_ELSE] / 2)
    if failure >= WEIGHTS.report_failure and named and _any_sign(ranking):
        return "failure"
    measured = [i for i in observations if i.state != "not-measured" and not i.source.startswith("description")]
    clean = len(measured) >= LEAST_MEASURED and not any(_is_notable(item, knowledge) for item in measured)
    if clean and probabilities[HEALTHY] >= WEIGHTS.healthy:
        return "healthy"
    return "undecided"


def _any_sign(ranking: Ranking) -> bool:
    return bool(ranking.text.any()) or any(item.state == "seen" for item in ranking.observations)


def _reported(ranking: Ranking, order: list[str]) -> tuple[str, ...]:
    return tuple(mode for mode in order if ranking.probabilities[mode] >= WEIGHTS.report_mode)


def _diagnosis(mode: str, ranking: Ranking, knowledge: Knowledge) -> Diagnosis:
    row = ranking.compiled.modes.index(mode)
    parts = [
        _evidence(item, float(weight))
        for item, weight in zip(ranking.observations, ranking.parts[row], strict=True)
        if abs(weight) >= LEAST_WEIGHT and _is_statement(item)
    ]
    if abs(ranking.text[row]) >= LEAST_WEIGHT:
        parts.append(_words(float(ranking.text[row])))
    parts.sort(key=lambda part: (-part.weight, part.symptom))
    return Diagnosis(knowledge.failure_modes[mode], ranking.probabilities[mode], tuple(parts))


def _is_statement(item: Observation) -> bool:
    """A clause that only faintly resembles a symptom is weighed a little, and is no evidence to show."""
    return item.source != "description" or item.state == "absent" or is_seen(item.strength)


def _evidence(item: Observation, weight: float) -> Evidence:
    return Evidence(
        item.symptom, item.source, item.strength, "for" if weight > 0 else "against", weight, item.text, item.span
    )


def _words(weight: float) -> Evidence:
    if weight > 0:
        return Evidence("", "description", 1.0, "for", weight, "your words resemble reports of this failure", None)
    return Evidence(
        "", "description", 1.0, "against", weight, "your words do not resemble reports of this failure", None
    )


def _unexplained(
    observations: tuple[Observation, ...], explained_by: tuple[str, ...], knowledge: Knowledge
) -> tuple[Observation, ...]:
    """What is notable and no reported failure accounts for. After a NaN, the other curves of loss and score show
    its consequences."""
    explained = {
        indication.symptom
        for mode in explained_by
        for indication in knowledge.failure_modes[mode].indications
        if indication.evoking >= 0
    }
    broken = any(item.symptom == NOT_FINITE and _is_notable(item, knowledge) for item in observations)
    consequences = ("metrics.train_", "metrics.val_") if broken else ()
    return tuple(
        item
        for item in observations
        if _is_notable(item, knowledge)
        and item.symptom not in explained
        and not item.source.startswith(consequences)
        and (item.source != "description" or item.strength >= UNDERSTOOD)
    )


def _is_notable(item: Observation, knowledge: Knowledge) -> bool:
    """Seen, of importance, and not usual in healthy runs."""
    symptom = knowledge.symptoms[item.symptom]
    seen = item.state == "seen" and is_seen(item.strength)
    return seen and symptom.importance >= NOTABLE_IMPORTANCE and symptom.background <= NOTABLE_BACKGROUND
