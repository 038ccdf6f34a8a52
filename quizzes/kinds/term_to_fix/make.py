"""Ask for the fix that removes the cause of a failure."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from quizzes import explain
from quizzes.choice.distractors import closest
from quizzes.choice.make import Draft, Option, question_of
from quizzes.records import Bank, Entry, Question, Remedy
from quizzes.words import alike, names

ROOT = "root"
SAME_FIX = 0.5  # share of words from which on two fixes count as one

FixesOf = Mapping[str, Sequence[Remedy]]  # slug of an entry -> fixes


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
    remedies = nameless_roots(key)
    if not remedies:
        return None
    right = rng.choice(remedies)
    useless = useless_fixes(key, bank)
    others = bank.others(key)
    candidates = [other for other in others if useless[other.slug]]
    near = closest(key, candidates, rng)
    return Draft(
        prompt=f"Which change removes the cause of “{key.term}”?",
        shown=(),
        right=right_option(key, right),
        wrong=wrong_options(key, near, useless, rng),
    )


def right_option(key: Entry, remedy: Remedy) -> Option:
    return Option(
        text=remedy.title,
        entry=key.slug,
        why=why_key(remedy),
    )


def wrong_options(
    key: Entry,
    others: Sequence[Entry],
    useless: FixesOf,
    rng: random.Random,
) -> list[Option]:
    options = []
    for other in others:
        remedy = rng.choice(useless[other.slug])
        why = why_other(key, other)
        options.append(Option(remedy.title, other.slug, why))
    return options


def roots(entry: Entry) -> list[Remedy]:
    """Return the fixes that remove the cause."""
    remedies = entry.remedies
    return [remedy for remedy in remedies if remedy.kind == ROOT]


def nameless_roots(key: Entry) -> list[Remedy]:
    """Return the root fixes that do not name the entry."""
    remedies = roots(key)
    terms = key.all_names
    return [remedy for remedy in remedies if not names(remedy.title, terms)]


def useless_fixes(key: Entry, bank: Bank) -> FixesOf:
    """Return for every other entry its root fixes that do not help against the key."""
    useless = {}
    for other in bank.others(key):
        useless[other.slug] = fixes_that_do_not_help(key, other)
    return useless


def fixes_that_do_not_help(key: Entry, other: Entry) -> list[Remedy]:
    """Return the root fixes of another entry that are surely no fix of this one."""
    if other.slug in key.relatives:
        return []
    remedies = roots(other)
    return [remedy for remedy in remedies if is_surely_wrong(key, other, remedy)]


def is_surely_wrong(
    key: Entry,
    other: Entry,
    remedy: Remedy,
) -> bool:
    """Say whether the key neither lists nor mentions the fix, and the fix names neither entry."""
    terms = (*key.all_names, *other.all_names)
    if names(remedy.title, terms):
        return False
    for own in key.remedies:
        if alike(remedy.title, own.title) >= SAME_FIX:
            return False
    term = (remedy.title,)
    return not names(own_text(key), term)


def own_text(key: Entry) -> str:
    """Return the titles and texts of the entry's own fixes."""
    texts = []
    for own in key.remedies:
        texts += [own.title, own.text]
    return " ".join(texts)


def why_key(remedy: Remedy) -> str:
    """Say that the fix is right, and how to see that it worked."""
    return f"It removes the cause. How to see that it worked: {remedy.verify}"


def why_other(key: Entry, other: Entry) -> str:
    """Say what the fix is for, and what one would see if it were that."""
    seen = explain.would_be_seen(key, other)
    return f"This is a fix for {other.term}. {seen}"
