"""Ask which failure explains three symptoms best."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence

from engine.scales import FREQUENCY
from quizzes import explain
from quizzes.choice.distractors import MOST_DISTRACTORS, closest
from quizzes.choice.make import Draft, Option, question_of
from quizzes.evidence import MARGIN, explains_all, strongest, supports
from quizzes.records import Bank, Entry, Question, Sign
from quizzes.words import names

PROMPT = "A run shows all of this. Which failure explains it best?"
SHOWN_SYMPTOMS = 3
CANDIDATE_SYMPTOMS = 6
RARE = 1  # frequency of a symptom that is seldom seen

Trio = tuple[Sign, ...]


def make(
    key: Entry,
    bank: Bank,
    rng: random.Random,
) -> Question | None:
    drafted = draft(key, bank, rng)
    return question_of(drafted, rng)


def draft(
    key: Entry,
    bank: Bank,
    rng: random.Random,
) -> Draft | None:
    trios = trios_of(key)
    if not trios:
        return None
    rng.shuffle(trios)
    shown, wrong = most_telling(key, bank, trios)
    near = closest(key, wrong, rng, shown)
    statements = [sign.statement for sign in shown]
    return Draft(
        prompt=PROMPT,
        shown=tuple(statements),
        right=right_option(key, shown),
        wrong=wrong_options(key, near, shown),
    )


def right_option(key: Entry, shown: Sequence[Sign]) -> Option:
    return Option(
        text=key.term,
        entry=key.slug,
        why=why_key(shown),
    )


def wrong_options(
    key: Entry,
    others: Sequence[Entry],
    shown: Sequence[Sign],
) -> list[Option]:
    options = []
    for other in others:
        why = explain.other_term(key, other, shown)
        options.append(Option(other.term, other.slug, why))
    return options


def trios_of(key: Entry) -> list[Trio]:
    """Return the sets of three strong symptoms that do not name the entry."""
    candidates = strongest(usable_signs(key), CANDIDATE_SYMPTOMS)
    trios = itertools.combinations(candidates, SHOWN_SYMPTOMS)
    return list(filter(can_be_seen_together, trios))


def usable_signs(key: Entry) -> list[Sign]:
    """Return the symptoms that are not rare and do not name the entry."""
    usable = []
    for sign in key.signs:
        if sign.frequency <= RARE:
            continue
        if not names(sign.statement, key.all_names):
            usable.append(sign)
    return usable


def can_be_seen_together(shown: Sequence[Sign]) -> bool:
    """Return whether no two symptoms are of one facet: those exclude one another."""
    facets = [sign.facet for sign in shown if sign.facet]
    return len(facets) == len(set(facets))


def most_telling(
    key: Entry,
    bank: Bank,
    trios: Sequence[Trio],
) -> tuple[Trio, list[Entry]]:
    """Return the first trio with enough surely wrong entries, and these entries."""
    best: tuple[Trio, list[Entry]] = ((), [])
    most = -1
    for shown in trios:
        wrong = surely_wrong(key, bank, shown)
        enough = min(len(wrong), MOST_DISTRACTORS)
        if enough > most:
            most = enough
            best = (shown, wrong)
    return best


def surely_wrong(
    key: Entry,
    bank: Bank,
    shown: Sequence[Sign],
) -> list[Entry]:
    """Return the entries that explain the symptoms clearly worse and are not named by any."""
    support = supports(bank, shown)
    highest = support[key.slug] - MARGIN
    wrong = []
    for other in bank.others(key):
        if support[other.slug] > highest:
            continue
        if not may_be_right(key, other, shown):
            wrong.append(other)
    return wrong


def may_be_right(
    key: Entry,
    other: Entry,
    shown: Sequence[Sign],
) -> bool:
    """Return whether the entry is related, explains everything, or is named by a symptom."""
    if other.slug in key.relatives:
        return True
    if explains_all(other, shown):
        return True
    terms = other.all_names
    return any(names(sign.statement, terms) for sign in shown)


def why_key(shown: Sequence[Sign]) -> str:
    """Write how often the entry shows each of the symptoms."""
    parts = []
    for sign in shown:
        often = FREQUENCY[sign.frequency].word
        parts.append(f"“{sign.statement}” is {often} seen")
    return f"It explains everything shown: {explain.listed(parts)}."
