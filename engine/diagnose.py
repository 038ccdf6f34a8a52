"""The one entry point: a case and the knowledge in, a ranked report out. Deterministic."""

from __future__ import annotations

from engine.knowledge import Knowledge
from engine.observe import observe
from engine.rank.decide import decide, shows_progress
from engine.rank.explain import explained, unexplained
from engine.rank.next_checks import next_checks
from engine.rank.order import order_of
from engine.rank.ranking import rank
from engine.report import Report
from engine.run import Case
from engine.words_model.scores import text_scores

NEXT_CHECKS = 4


def diagnose(case: Case, knowledge: Knowledge, top: int = 5) -> Report:
    """Rank the failure modes that explain a case; `top` is the number of diagnoses listed, whatever
    the verdict.
    """
    observations = observe(case, knowledge)
    ranking = rank(observations, knowledge, text_scores(case, knowledge), told=case.is_asked)
    verdict = decide(ranking, observations, knowledge, shows_progress(case.series))
    order = order_of(ranking, knowledge)
    modes = order.reported if verdict == "failure" else ()
    likeliest = order.modes[:top]
    answered = {item.symptom for item in observations if item.state != "not-measured"}
    return Report(
        verdict=verdict,
        diagnoses=tuple(explained(mode, ranking, order.probabilities[mode]) for mode in likeliest),
        reported=modes,
        observations=observations,
        next_checks=next_checks(ranking, knowledge, answered, NEXT_CHECKS),
        unexplained=unexplained(observations, modes or likeliest[:1], knowledge),
        probabilities=ranking.probabilities,
        read_as=case.read_as,
        warnings=case.warnings,
    )
