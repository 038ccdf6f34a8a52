"""Ask for the fix that removes the cause of a failure."""

from __future__ import annotations

import random

from quizzes import explain
from quizzes.choice.distractors import closest
from quizzes.choice.make import Draft, Option, question_of
from quizzes.records import Bank, Entry, Question, Remedy
from quizzes.words import alike, names

SAME_FIX = 0.5  # share of words from which on two fixes count as one


def make(key: Entry, bank: Bank, rng: random.Random) -> Question | None:
    return question_of(draft(key, bank, rng), rng)


def draft(key: Entry, bank: Bank, rng: random.Random) -> Draft | None:
    remedies = [remedy for remedy in roots(key) if not names(remedy.title, key.all_names)]
    if not remedies:
        return None
    right = rng.choice(remedies)
    others = bank.others(key)
    useless = {other.slug: fixes_that_do_not_help(key, other) for other in others}
    near = closest(key, [other for other in others if useless[other.slug]], rng)
    return Draft(
        prompt=f"Which change removes the cause of “{key.term}”?",
        shown=(),
        right=Option(right.title, key.slug, why_key(right)),
        wrong=[wrong_option(key, other, rng.choice(useless[other.slug])) for other in near],
    )


def wrong_option(key: Entry, other: Entry, remedy: Remedy) -> Option:
    return Option(remedy.title, other.slug, why_other(key, other))


def roots(entry: Entry) -> list[Remedy]:
    return [remedy for remedy in entry.remedies if remedy.kind == "root"]


def fixes_that_do_not_help(key: Entry, other: Entry) -> list[Remedy]:
    """Return the root fixes of another entry that are surely no fix of this one."""
    if other.slug in key.relatives:
        return []
    return [remedy for remedy in roots(other) if is_surely_wrong(key, other, remedy)]


def is_surely_wrong(key: Entry, other: Entry, remedy: Remedy) -> bool:
    """Say whether the key neither lists nor mentions the fix, and the fix names neither entry."""
    if names(remedy.title, (*key.all_names, *other.all_names)):
        return False
    if any(alike(remedy.title, own.title) >= SAME_FIX for own in key.remedies):
        return False
    own_texts = " ".join(f"{own.title} {own.text}" for own in key.remedies)
    return not names(own_texts, (remedy.title,))


def why_key(remedy: Remedy) -> str:
    return f"It removes the cause. How to see that it worked: {remedy.verify}"


def why_other(key: Entry, other: Entry) -> str:
    return f"This is a fix for {other.term}. {explain.would_be_seen(key, other)}"
