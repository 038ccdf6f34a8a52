"""The check whose answer is expected to tell most, per unit of cost, among what is not measured
yet.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from engine.knowledge import HEALTHY, SOMETHING_ELSE, Knowledge
from engine.rank.compiled import compiled
from engine.rank.ranking import Ranking
from engine.rank.weights import WEIGHTS
from engine.report import NextCheck
from engine.run import Floats

# What a person weighs, not hours of computing: nobody asks ten idle questions to spare one good
# run.
COST = {"seconds": 1.0, "minutes": 1.5, "hours": 3.0, "one run": 4.0}
MINIMUM_BITS = 0.01
MINIMUM_SHARE = 0.1  # of the most telling check; what tells less is not worth a question


def entropy_bits(probabilities: Floats) -> float:
    positive = probabilities[probabilities > 0]
    return float(-(positive * np.log2(positive)).sum())


def information_bits(prior: Floats, yes: Floats) -> float:
    """Expected drop in entropy from asking a question that each hypothesis answers with yes with
    chance `yes`.
    """
    probability_yes = float(prior @ yes)
    if not 0 < probability_yes < 1:
        return 0.0
    after_yes = entropy_bits(prior * yes / probability_yes)
    after_no = entropy_bits(prior * (1 - yes) / (1 - probability_yes))
    return entropy_bits(prior) - probability_yes * after_yes - (1 - probability_yes) * after_no


def next_checks(
    ranking: Ranking, knowledge: Knowledge, known: Collection[str], count: int
) -> tuple[NextCheck, ...]:
    """At most `count` checks, one question each, the most bits per cost first."""
    matrices = compiled(knowledge)
    prior = np.array(
        [ranking.probabilities[name] for name in (*matrices.modes, HEALTHY, SOMETHING_ELSE)]
    )
    best: dict[str, NextCheck] = {}
    for check in knowledge.checks.values():
        for outcome in check.outcomes:
            if outcome.symptom in known:
                continue
            column = matrices.column(outcome.symptom)
            background = matrices.background[column]
            yes = np.concatenate(
                [matrices.probability[:, column], [background, max(background, WEIGHTS.leak)]]
            )
            candidate = NextCheck(check, outcome, information_bits(prior, yes))
            if (
                check.slug not in best
                or candidate.information_bits > best[check.slug].information_bits
            ):
                best[check.slug] = candidate
    most = max((item.information_bits for item in best.values()), default=0.0)
    useful = [
        item
        for item in best.values()
        if item.information_bits >= max(MINIMUM_BITS, MINIMUM_SHARE * most)
    ]
    useful.sort(key=lambda item: (-item.information_bits / COST[item.check.cost], item.check.slug))
    return tuple(useful[:count])
