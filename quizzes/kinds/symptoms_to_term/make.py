"""Ask which failure explains three symptoms best."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence

from dictionary.scales import FREQUENCY
from quizzes import explain
from quizzes.choice.distractors import MOST_DISTRACTORS, closest
from quizzes.choice.make import Draft, Option, question_of
from quizzes.evidence import MARGIN, explains_all, strongest, supports
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
        wrong=[wrong_option(key, other, shown) for other in near],
    )


def wrong_option(key: Entry, other: Entry, shown: Sequence[Sign]) -> Option:
    return Option(other.term, other.slug, explain.other_term(key, other, shown))


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
    sure = {shown: surely_wrong(key, bank, shown) for shown in trios}
    best = max(trios, key=lambda trio: min(len(sure[trio]), MOST_DISTRACTORS))
    return best, sure[best]


def surely_wrong(key: Entry, bank: Bank, shown: Sequence[Sign]) -> list[Entry]:
    """Return the entries that explain the symptoms clearly worse and are not named by any."""
    support = supports(bank, shown)
    highest = support[key.slug] - MARGIN
    weaker = [other for other in bank.others(key) if support[other.slug] <= highest]
    return [other for other in weaker if not may_be_right(key, other, shown)]


def may_be_right(key: Entry, other: Entry, shown: Sequence[Sign]) -> bool:
    """Say whether the entry is related, explains everything, or is named by a symptom."""
    if other.slug in key.relatives or explains_all(other, shown):
        return True
    return any(names(sign.statement, other.all_names) for sign in shown)


def why_key(shown: Sequence[Sign]) -> str:
    parts = [f"“{sign.statement}” is {FREQUENCY[sign.frequency]} seen" for sign in shown]
    return f"It explains everything shown: {explain.listed(parts)}."
