"""Find the checks whose answers are expected to tell most for their cost.

A question is worth the drop in entropy over all hypotheses that its answer is expected to bring,
with the probabilities of the ranking as prior and P(symptom | hypothesis) as the chance of a "yes".
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

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


def binary_entropy_bits(chance: Floats) -> Floats:
    """Return the entropy in bits of each reply that is a "yes" with this chance."""
    yes = np.clip(chance, 0.0, 1.0)
    no = 1 - yes
    return np.asarray(-(_times_log2(yes) + _times_log2(no)), dtype=np.float64)


def _times_log2(chance: Floats) -> Floats:
    """Return p * log2(p), which is 0 for 0."""
    logs = np.log2(np.where(chance > 0, chance, 1.0))
    return np.asarray(chance * logs, dtype=np.float64)


def information_bits(prior: Floats, yes: Floats) -> Floats:
    """Return the drop in entropy over the hypotheses that each question is expected to bring.

    prior: probability of each hypothesis, shape (hypotheses,), of sum 1. yes: the chance of a "yes"
    under each, shape (hypotheses, questions). That drop is the mutual information of hypothesis and
    reply: the entropy of the reply less that which stays where the hypothesis is known.
    """
    return _information(prior, yes, binary_entropy_bits(yes))


def _information(
    prior: Floats,
    yes: Floats,
    doubt: Floats,
) -> Floats:
    """doubt: entropy of the reply under each hypothesis, of the shape of `yes`."""
    return binary_entropy_bits(prior @ yes) - prior @ doubt


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
    replies = _replies(knowledge)
    probabilities = np.array([ranking.probabilities[name] for name in replies.hypotheses])
    prior = np.where(replies.is_finding, 0.0, probabilities)
    bits = _information(prior, replies.yes, replies.doubt).tolist()
    column = compiled(knowledge).column
    best: list[NextCheck] = []
    for check in knowledge.checks.values():
        questions = [
            NextCheck(check, outcome, bits[column(outcome.symptom)])
            for outcome in check.outcomes
            if outcome.symptom not in known
        ]
        if questions:
            best.append(max(questions, key=lambda question: question.information_bits))
    return best


@dataclass(
    frozen=True,
    slots=True,
    eq=False,
)
class _Replies:
    """What each hypothesis expects of each symptom; rows are hypotheses, columns symptoms.

    yes: the chance that the symptom is there. doubt: the entropy of that reply, in bits.
    """

    hypotheses: tuple[str, ...]
    is_finding: NDArray[np.bool_]
    yes: Floats
    doubt: Floats


@lru_cache(maxsize=4)
def _replies(knowledge: Knowledge) -> _Replies:
    matrices = compiled(knowledge)
    hypotheses = (*matrices.modes, HEALTHY, SOMETHING_ELSE)
    background = matrices.background
    other = np.maximum(background, WEIGHTS.leak)
    yes = np.vstack([matrices.probability, background, other])
    return _Replies(
        hypotheses,
        findings_among(hypotheses, knowledge),
        yes,
        binary_entropy_bits(yes),
    )
