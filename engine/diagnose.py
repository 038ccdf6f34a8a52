"""The one entry point: a case and the knowledge in, a ranked report out. Deterministic."""

from __future__ import annotations

from collections.abc import Iterable

from engine.evidence import Observation
from engine.gaps import not_seen, to_add
from engine.guard import guarded
from engine.knowledge import Knowledge
from engine.observe.log.hangs import read_hang
from engine.observe.log.unused_parameters import read_unused_parameters
from engine.observed import observed_in
from engine.rank.decide import decide, shows_progress
from engine.rank.explain import explained, unexplained
from engine.rank.grounds import grounds_of, normal_pages
from engine.rank.next_checks import next_checks
from engine.rank.order import order_of
from engine.rank.outlook import with_outlook
from engine.rank.planned import resembles
from engine.rank.ranking import Pointers, rank
from engine.report import Report
from engine.run import Case

NEXT_CHECKS = 4
MOST_LOOKED_AT = 12


def diagnose(case: Case, knowledge: Knowledge, top: int = 5) -> Report:
    """Rank the failure modes that explain a case; `top` is the number of diagnoses listed, whatever
    the verdict.
    """
    observed = observed_in(case, knowledge)
    observations = observed.observations
    pointers = Pointers(
        observed.log_probabilities(knowledge),
        observed.direct(knowledge),
    )
    told = bool(case.told_seen) or observed.tells_of_a_failure
    ranking = rank(observed.measured, knowledge, pointers, told)
    order = order_of(ranking, knowledge)
    grounds = grounds_of(case, observed, knowledge, order.reported)
    measured = ranking.observations
    verdict = decide(ranking, measured, knowledge, grounds)
    modes = order.reported if verdict == "failure" else ()
    likeliest = order.modes[:top]
    answered = {item.symptom for item in measured}
    said = observed.words.resembling
    checks = next_checks(ranking, knowledge, answered, NEXT_CHECKS)
    first = [with_outlook(check, ranking, knowledge) for check in checks[:1]]
    is_uncovered = verdict == "not-covered"
    planned = resembles(observed, knowledge) if is_uncovered else None
    return Report(
        verdict=verdict,
        diagnoses=tuple(
            explained(mode, ranking, order.probabilities[mode], said.get(mode, ()))
            for mode in likeliest
        ),
        reported=modes,
        observations=observations,
        next_checks=(*first, *checks[1:]),
        unexplained=unexplained(measured, modes or likeliest[:1], knowledge),
        probabilities=ranking.probabilities,
        normal=normal_pages(observed, knowledge, shows_progress(case.series)),
        resembles=planned,
        looked_at=looked_at(measured),
        not_seen=not_seen(case),
        to_add=to_add(case),
        understood=observed.understood,
        message=observed.messages.headline,
        messages=observed.messages.recognized,
        hang=guarded(
            "hang",
            read_hang,
            case,
            None,
        ),
        unused=guarded(
            "unused parameters",
            read_unused_parameters,
            case,
            None,
        ),
        read_as=case.read_as,
        warnings=(*case.warnings, *failed(observations)),
    )


def failed(observations: Iterable[Observation]) -> tuple[str, ...]:
    """Return a sentence for each symptom that could not be looked for because a detector failed."""
    return tuple(
        f"{item.symptom}: {item.text}"
        for item in observations
        if item.text and item.state == "not-measured"
    )


def looked_at(observations: Iterable[Observation]) -> tuple[str, ...]:
    """Return what was measured on curves and is not there, a sentence each, every one once."""
    quiet = (
        item.text
        for item in observations
        if item.state == "absent" and item.text and item.source.startswith("metrics.")
    )
    return tuple(dict.fromkeys(quiet))[:MOST_LOOKED_AT]
