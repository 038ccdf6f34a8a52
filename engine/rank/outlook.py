"""What a yes or a no to the next check would do to the ranking."""

from __future__ import annotations

from dataclasses import replace

from engine.evidence import Observation, State
from engine.knowledge import Knowledge
from engine.rank.order import order_of
from engine.rank.ranking import Ranking, ranked_with
from engine.report import NextCheck, Shift
from engine.scales import CERTAIN

MOST_SHIFTS = 2  # entries that are named for each reply


def with_outlook(
    check: NextCheck,
    ranking: Ranking,
    knowledge: Knowledge,
) -> NextCheck:
    """Return the check, which asks for what is not known, with the likeliest entries after each
    reply.
    """

    def after(state: State) -> tuple[Shift, ...]:
        return _after(state, check, ranking, knowledge)

    return replace(check, after_yes=after("seen"), after_no=after("absent"))


def _after(
    state: State,
    check: NextCheck,
    ranking: Ranking,
    knowledge: Knowledge,
) -> tuple[Shift, ...]:
    symptom = check.outcome.symptom
    strength = CERTAIN if state == "seen" else 0.0
    told = Observation(symptom, state, strength, "told", "symptoms", "you said so")
    order = order_of(
        ranked_with(ranking, told, knowledge),
        knowledge,
    )
    first = order.modes[:MOST_SHIFTS]
    return tuple(Shift(mode, order.probabilities[mode]) for mode in first)
