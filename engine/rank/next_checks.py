"""Find the checks whose answers are expected to tell most for their cost.

A question is worth the drop in entropy over all hypotheses that its answer is expected to bring,
with the probabilities of the ranking as prior and P(symptom | hypothesis) as the chance of a "yes".
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from engine.knowledge import HEALTHY, SOMETHING_ELSE, Knowledge
from engine.rank.compiled import compiled
from engine.rank.ranking import Ranking, findings_among
from engine.rank.weights import WEIGHTS
from engine.report import NextCheck
from engine.run import Floats

# As a person weighs them, not in hours of computing: nobody answers ten idle questions to spare a
# good run.
COST = {"seconds": 1.0, "minutes": 1.5, "hours": 3.0, "one run": 4.0}
MINIMUM_BITS = 0.01
MINIMUM_SHARE = 0.1  # of the most telling check; what tells less is not worth a question


def entropy_bits(probabilities: Floats) -> float:
    """Return the entropy of a distribution in bits."""
    positive = probabilities[probabilities > 0]
    return float(-(positive * np.log2(positive)).sum())


def information_bits(prior: Floats, yes: Floats) -> float:
    """Return the expected drop in entropy from asking a question.

    prior, yes: for each hypothesis its probability, and its chance of a "yes".
    """
    probability_yes = float(prior @ yes)
    if not 0 < probability_yes < 1:
        return 0.0
    probability_no = 1 - probability_yes
    after_yes = entropy_bits(prior * yes / probability_yes)
    after_no = entropy_bits(prior * (1 - yes) / probability_no)
    before = entropy_bits(prior)
    return before - probability_yes * after_yes - probability_no * after_no


def next_checks(
    ranking: Ranking, knowledge: Knowledge, known: Collection[str], count: int
) -> tuple[NextCheck, ...]:
    """Return at most `count` checks, one question each, the most bits per cost first."""
    best = _best_question_of_each_check(ranking, knowledge, known)
    most = max((question.information_bits for question in best), default=0.0)
    least = max(MINIMUM_BITS, MINIMUM_SHARE * most)
    useful = [question for question in best if question.information_bits >= least]
    useful.sort(key=_cheapest_bits_first)
    return tuple(useful[:count])


def _cheapest_bits_first(question: NextCheck) -> tuple[float, str]:
    cost = COST[question.check.cost]
    return -question.information_bits / cost, question.check.slug


def _best_question_of_each_check(
    ranking: Ranking, knowledge: Knowledge, known: Collection[str]
) -> list[NextCheck]:
    """Return for each check the outcome that is expected to tell most.

    Outcomes whose symptom is known already are left out, and so are checks with no other. A
    question parts explanations; the findings that they explain are none.
    """
    hypotheses = (*compiled(knowledge).modes, HEALTHY, SOMETHING_ELSE)
    probabilities = np.array([ranking.probabilities[name] for name in hypotheses])
    is_finding = findings_among(hypotheses, knowledge)
    prior = np.where(is_finding, 0.0, probabilities)
    best: list[NextCheck] = []
    for check in knowledge.checks.values():
        questions = [
            NextCheck(check, outcome, _bits_of(outcome.symptom, prior, knowledge))
            for outcome in check.outcomes
            if outcome.symptom not in known
        ]
        if questions:
            best.append(max(questions, key=lambda question: question.information_bits))
    return best


def _bits_of(symptom: str, prior: Floats, knowledge: Knowledge) -> float:
    """Return the bits expected from asking whether the symptom is there."""
    matrices = compiled(knowledge)
    column = matrices.column(symptom)
    background = matrices.background[column]
    other = max(background, WEIGHTS.leak)
    yes = np.concatenate([matrices.probability[:, column], [background, other]])
    return information_bits(prior, yes)
