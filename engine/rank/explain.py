"""What speaks for and against each diagnosis, and what none of them explains."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engine.evidence import DirectEvidence, Observation
from engine.knowledge import Knowledge
from engine.rank.compiled import AGAINST
from engine.rank.decide import is_notable
from engine.rank.ranking import Ranking
from engine.rank.weights import WEIGHTS
from engine.report import Diagnosis, Direction, Evidence
from engine.scales import is_seen

LEAST_WEIGHT = 0.05  # nats; a smaller part is not worth a sentence
UNDERSTOOD = 0.8  # a clause that resembles a symptom less is weighed, but not listed as unexplained
NOT_FINITE = "loss-non-finite"
LOSSES_AND_SCORES = ("train_", "val_")  # how the canonical names of such curves begin
RESEMBLES = "your words resemble reports of this failure"
CODE = "code"
QUOTED = 120  # characters of a clause that are quoted


def explained(
    mode: str,
    ranking: Ranking,
    probability: float | None = None,
    said: Sequence[str] = (),
) -> Diagnosis:
    """Return a diagnosis with its evidence, the weightiest part for it first.

    probability: as it is shown; without it that of the ranking. said: the clauses of the
    description that speak most for it.
    """
    row = ranking.compiled.rows[mode]
    parts = [
        _evidence(item, weight)
        for item, weight in zip(ranking.observations, ranking.parts[row].tolist(), strict=True)
        if abs(weight) >= LEAST_WEIGHT and _is_statement(item)
    ]
    listed = ranking.compiled.listed[row]
    parts = [part for part in parts if _agrees(part, listed[_column(part, ranking)])]
    if ranking.text[row] >= LEAST_WEIGHT:
        parts.append(_words(float(ranking.text[row]), said))
    agrees = any(item.direction == "for" and item.span is not None for item in parts)
    pointing = [item for item in ranking.direct if item.failure_mode == mode]
    parts.extend(_pointing(item, agrees and item.source == CODE) for item in pointing)
    shown = _each_sentence_once(parts)
    shown.sort(key=lambda part: (-part.weight, part.symptom))
    if probability is None:
        probability = ranking.probabilities[mode]
    return Diagnosis(mode, probability, tuple(shown))


def _column(
    part: Evidence,
    ranking: Ranking,
) -> int:
    return ranking.compiled.column(part.symptom)


def _agrees(
    part: Evidence,
    listed: int,
) -> bool:
    """Say whether the sentence of a part reads the way in which the part weighs.

    A sign that is hardly there still weighs a little for an entry, and the sentence on it says that
    it is not there: shown as evidence for the entry it would be false. A sign that speaks against
    an entry is evidence where it is seen only.
    """
    seen = is_seen(part.strength)
    if listed == AGAINST:
        return seen
    return seen == (part.direction == "for")


def _each_sentence_once(parts: Iterable[Evidence]) -> list[Evidence]:
    """Return the weightiest part of each sentence: two symptoms may quote one."""
    first: dict[str, Evidence] = {}
    for part in sorted(parts, key=lambda part: -abs(part.weight)):
        first.setdefault(part.text.casefold(), part)
    return list(first.values())


def unexplained(
    observations: Iterable[Observation],
    explained_by: Iterable[str],
    knowledge: Knowledge,
) -> tuple[Observation, ...]:
    """Return what is notable and none of the given failure modes accounts for.

    After a NaN the other curves of loss and score show its consequences, so they are left out.
    """
    notable = [item for item in observations if is_notable(item, knowledge)]
    accounted = {
        indication.symptom
        for mode in explained_by
        for indication in knowledge.failure_modes[mode].indications
        if indication.evoking >= 0
    }
    if any(item.symptom == NOT_FINITE for item in notable):
        notable = [item for item in notable if not _is_on_a_loss_or_score(item)]
    return tuple(item for item in notable if item.symptom not in accounted and _is_understood(item))


def _is_on_a_loss_or_score(item: Observation) -> bool:
    on_a_curve = item.channel == "measured" and item.span is not None
    return on_a_curve and item.span.series.startswith(LOSSES_AND_SCORES)  # type: ignore[union-attr]


def _is_understood(item: Observation) -> bool:
    return item.channel != "words" or item.strength >= UNDERSTOOD


def _is_statement(item: Observation) -> bool:
    """Without a sentence there is nothing to show, such as for a message that a log does not hold.

    A clause that only faintly resembles a symptom is weighed a little, and is no evidence either.
    """
    if not item.text:
        return False
    return item.channel != "words" or item.state == "absent" or is_seen(item.strength)


def _evidence(
    item: Observation,
    weight: float,
) -> Evidence:
    direction: Direction = "for" if weight > 0 else "against"
    return Evidence(
        symptom=item.symptom,
        source=item.source,
        strength=item.strength,
        direction=direction,
        weight=weight,
        text=item.text,
        span=item.span,
    )


def _words(
    weight: float,
    said: Sequence[str],
) -> Evidence:
    """Quote what of the words speaks for an entry. Words never speak against one."""
    quotes = "; ".join(quoted(clause) for clause in said)
    text = f"you say: {quotes}" if quotes else RESEMBLES
    return Evidence(
        "",
        "description",
        1.0,
        "for",
        weight,
        text,
        None,
    )


def quoted(clause: str) -> str:
    """Return a clause in quotation marks, cut where it is long."""
    text = " ".join(clause.split())
    if len(text) > QUOTED:
        text = text[: QUOTED - 1].rstrip() + "\u2026"
    return f'"{text}"'


def _pointing(
    item: DirectEvidence,
    agrees: bool,
) -> Evidence:
    """agrees: a curve shows the same entry."""
    weight = WEIGHTS.direct * item.certainty
    text = f"code and curve agree: {item.text}" if agrees else item.text
    return Evidence(
        "",
        item.source,
        item.certainty,
        "for",
        weight,
        text,
        None,
    )
