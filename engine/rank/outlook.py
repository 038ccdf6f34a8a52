"""What a yes or a no to the next check would do to the ranking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from engine.evidence import Observation, State
from engine.knowledge import Knowledge
from engine.rank.order import order_of
from engine.rank.ranking import Pointers, rank
from engine.report import NextCheck, Shift
from engine.scales import CERTAIN

MOST_SHIFTS = 2  # entries that are named for each reply


def with_outlook(
    check: NextCheck,
    observations: Sequence[Observation],
    knowledge: Knowledge,
    pointers: Pointers,
) -> NextCheck:
    """Return the check with the likeliest entries after each reply."""

    def after(state: State) -> tuple[Shift, ...]:
        return _after(state, check, observations, knowledge, pointers)

    return replace(check, after_yes=after("seen"), after_no=after("absent"))


def _after(
    state: State,
    check: NextCheck,
    observations: Sequence[Observation],
    knowledge: Knowledge,
    pointers: Pointers,
) -> tuple[Shift, ...]:
    symptom = check.outcome.symptom
    strength = CERTAIN if state == "seen" else 0.0
    told = Observation(symptom, state, strength, "told", "symptoms", "you said so")
    others = [item for item in observations if item.symptom != symptom]
    ranking = rank([*others, told], knowledge, pointers, told=True)
    order = order_of(ranking, knowledge)
    first = order.modes[:MOST_SHIFTS]
    return tuple(Shift(mode, order.probabilities[mode]) for mode in first)
