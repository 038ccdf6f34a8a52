"""Find the checks whose answers are expected to tell most for their cost.

A question is worth the drop in entropy over all hypotheses that its answer is expected to bring,
with the probabilities of the ranking as prior and P(symptom | hypothesis) as the chance of a "yes".
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.knowledge import Check, Knowledge, Outcome
from engine.rank.compiled import compiled
from engine.rank.hypotheses import hypotheses_of
from engine.rank.ranking import Ranking
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
    above = np.maximum(chance, 0.0)  # `clip` takes three times as long
    yes = np.minimum(
        above,
        1.0,
    )
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
    questions = _questions(knowledge)
    if not questions.outcomes:
        return ()
    bits = _bits(
        ranking,
        knowledge,
        known,
    )
    of_outcomes = bits[questions.asked]
    best = np.maximum.reduceat(of_outcomes, questions.starts)
    most = float(best.max())
    least = max(MINIMUM_BITS, MINIMUM_SHARE * most)
    useful = np.flatnonzero(best >= least)
    worth = best[useful] / questions.costs[useful]
    order = np.lexsort((questions.slug_ranks[useful], -worth))
    chosen = useful[order[:count]].tolist()
    return tuple(_best_question(questions, number, of_outcomes) for number in chosen)


def _bits(
    ranking: Ranking,
    knowledge: Knowledge,
    known: Collection[str],
) -> Floats:
    """Return what each answer is expected to tell, 0 for one that is known.

    A question parts explanations; the findings that they explain are none.
    """
    hypotheses = hypotheses_of(knowledge)
    replies = _replies(knowledge)
    probabilities = map(ranking.probabilities.__getitem__, hypotheses.names)
    prior = np.fromiter(probabilities, np.float64, len(hypotheses.names))
    prior[hypotheses.findings] = 0.0
    bits = _information(prior, replies.yes, replies.doubt)
    places = _questions(knowledge).places
    bits[[places[symptom] for symptom in places.keys() & known]] = 0.0
    return bits


@dataclass(
    frozen=True,
    slots=True,
    eq=False,
)
class _Questions:
    """The outcomes of all checks one after the other, and where those of each check start.

    places: of the symptoms that are asked for, each once. asked: that of each outcome. costs: of
    each check, as a person weighs it. slug_ranks: places of the checks in the order of their slugs.
    """

    checks: tuple[Check, ...]
    outcomes: tuple[Outcome, ...]
    places: Mapping[str, int]
    asked: NDArray[np.intp]
    starts: NDArray[np.intp]
    costs: Floats
    slug_ranks: NDArray[np.intp]


@lru_cache(maxsize=4)
def _questions(knowledge: Knowledge) -> _Questions:
    checks = tuple(check for check in knowledge.checks.values() if check.outcomes)
    outcomes = tuple(outcome for check in checks for outcome in check.outcomes)
    symptoms = dict.fromkeys(outcome.symptom for outcome in outcomes)
    places = {symptom: number for number, symptom in enumerate(symptoms)}
    counts = [len(check.outcomes) for check in checks]
    asked = [places[outcome.symptom] for outcome in outcomes]
    ends = np.cumsum(counts, dtype=np.intp)
    in_order = sorted(check.slug for check in checks)
    ranks = {slug: rank for rank, slug in enumerate(in_order)}
    return _Questions(
        checks,
        outcomes,
        places,
        asked=np.array(asked, dtype=np.intp),
        starts=ends - counts,
        costs=np.array([COST[check.cost] for check in checks]),
        slug_ranks=np.array([ranks[check.slug] for check in checks]),
    )


def _best_question(
    questions: _Questions,
    number: int,
    bits: Floats,
) -> NextCheck:
    """Return a check with the outcome that is expected to tell most, the first of equals."""
    check = questions.checks[number]
    start = int(questions.starts[number])
    stop = start + len(check.outcomes)
    own = bits[start:stop]
    best = start + int(own.argmax())
    return NextCheck(
        check,
        questions.outcomes[best],
        float(bits[best]),
    )


@dataclass(
    frozen=True,
    slots=True,
    eq=False,
)
class _Replies:
    """What each hypothesis expects of each symptom that is asked for; rows are hypotheses.

    yes: the chance that the symptom is there. doubt: the entropy of that reply, in bits.
    """

    yes: Floats
    doubt: Floats


@lru_cache(maxsize=4)
def _replies(knowledge: Knowledge) -> _Replies:
    matrices = compiled(knowledge)
    columns = list(map(matrices.column, _questions(knowledge).places))
    background = matrices.background[columns]
    other = np.maximum(background, WEIGHTS.leak)
    yes = np.vstack([matrices.probability[:, columns], background, other])
    return _Replies(
        yes,
        binary_entropy_bits(yes),
    )
