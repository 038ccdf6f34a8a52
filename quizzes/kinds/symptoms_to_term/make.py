"""Ask which failure explains three symptoms best."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence

from quizzes import explain
from quizzes.choice.distractors import MOST_DISTRACTORS, closest
from quizzes.choice.make import Draft, Option, question_of
from quizzes.evidence import MARGIN, explains_all, strongest, support
from quizzes.records import Bank, Entry, Question, Sign
from quizzes.words import names

SHOWN_SYMPTOMS = 3
CANDIDATE_SYMPTOMS = 6
RARE = 1  # frequency of a symptom that is seldom seen

Trio = tuple[Sign, ...]


def make(key: Entry, bank: Bank, rng: random.Random) -> Question | None:
    return question_of(draft(key, bank, rng), rng)


def draft(key: Entry, bank: Bank, rng: random.Random) -> Draft | None:
    trios = trios_of(key)
    if not trios:
        return None
    rng.shuffle(trios)
    shown, wrong = most_telling(key, bank, trios)
    near = closest(key, wrong, rng, shown)
    return Draft(
        prompt="A run shows all of this. Which failure explains it best?",
        shown=tuple(sign.statement for sign in shown),
        right=Option(key.term, key.slug, why_key(shown)),
        wrong=[Option(other.term, other.slug, explain.other_term(key, other, shown)) for other in near],
    )


def trios_of(key: Entry) -> list[Trio]:
    """Return the sets of three strong symptoms that do not name the entry."""
    usable = [sign for sign in key.signs if sign.frequency > RARE]
    nameless = [sign for sign in usable if not names(sign.statement, key.all_names)]
    candidates = strongest(nameless, CANDIDATE_SYMPTOMS)
    trios = itertools.combinations(candidates, SHOWN_SYMPTOMS)
    return [trio for trio in trios if can_be_seen_together(trio)]


def can_be_seen_together(shown: Sequence[Sign]) -> bool:
    facets = [sign.facet for sign in shown if sign.facet]
    return len(facets) == len(set(facets))


def most_telling(key: Entry, bank: Bank, trios: Sequence[Trio]) -> tuple[Trio, list[Entry]]:
    """Return the first trio with enough surely wrong entries, and these entries."""
    others = bank.others(key)
    sure = {shown: [other for other in others if is_surely_wrong(key, other, shown)] for shown in trios}
    best = max(trios, key=lambda trio: min(len(sure[trio]), MOST_DISTRACTORS))
    return best, sure[best]


def is_surely_wrong(key: Entry, other: Entry, shown: Sequence[Sign]) -> bool:
    """Say whether the entry explains the symptoms clearly worse and is not named by any."""
    if other.slug in key.relatives or explains_all(other, shown):
        return False
    if any(names(sign.statement, other.all_names) for sign in shown):
        return False
    return support(key, shown) - support(other, shown) >= MARGIN


def why_key(shown: Sequence[Sign]) -> str:
    parts = [f"“{sign.statement}” is {explain.HOW_OFTEN[sign.frequency]} seen" for sign in shown]
    return f"It explains everything shown: {explain.listed(parts)}."
