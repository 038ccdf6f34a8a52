"""What a yes or a no to the next check would do to the ranking."""

from __future__ import annotations

from dataclasses import replace

from engine.evidence import Channel, Observation
from engine.knowledge import Knowledge
from engine.rank.order import order_of
from engine.rank.ranking import Ranking, ranked_with
from engine.report import NextCheck, Shift
from engine.scales import CERTAIN

MOST_SHIFTS = 2  # entries that are named for each reply
YOU_SAID: tuple[Channel, str, str] = ("told", "symptoms", "you said so")


def with_outlook(
    check: NextCheck,
    ranking: Ranking,
    knowledge: Knowledge,
) -> NextCheck:
    """Return the check, which asks for what is not known, with the likeliest entries after each
    reply.
    """

    symptom = check.outcome.symptom
    replies = [
        Observation(symptom, "seen", CERTAIN, *YOU_SAID),
        Observation(symptom, "absent", 0.0, *YOU_SAID),
    ]
    rankings = ranked_with(
        ranking,
        replies,
        knowledge,
    )
    yes, no = (_likeliest(each, knowledge) for each in rankings)
    return replace(check, after_yes=yes, after_no=no)


def _likeliest(
    ranking: Ranking,
    knowledge: Knowledge,
) -> tuple[Shift, ...]:
    order = order_of(
        ranking,
        knowledge,
    )
    first = order.modes[:MOST_SHIFTS]
    return tuple(Shift(mode, order.probabilities[mode]) for mode in first)
