"""Ask for the term of a definition that does not name it."""

from __future__ import annotations

import random

from quizzes import explain
from quizzes.choice.distractors import closest
from quizzes.choice.make import Draft, Option, question_of
from quizzes.records import Bank, Entry, Question
from quizzes.words import names, plain_sentences, stems

SHORTEST_DEFINITION = 60  # characters; a shorter text does not say enough
SENTENCES = 2


def make(key: Entry, bank: Bank, rng: random.Random) -> Question | None:
    return question_of(draft(key, bank, rng), rng)


def draft(key: Entry, bank: Bank, rng: random.Random) -> Draft | None:
    text = definition_without_names(key)
    if not text:
        return None
    candidates = [other for other in bank.others(key) if is_surely_wrong(key, other, text)]
    near = closest(key, candidates, rng)
    return Draft(
        prompt="Which failure is this?",
        shown=(text,),
        right=Option(key.term, key.slug, why_key(key, text)),
        wrong=[Option(other.term, other.slug, explain.other_term(key, other)) for other in near],
    )


def is_surely_wrong(key: Entry, other: Entry, text: str) -> bool:
    return other.slug not in key.relatives and not names(text, other.all_names)


def definition_without_names(key: Entry) -> str:
    """Return the beginning of the definition, else the summary, else two other sentences.

    Return the first of them that is long enough and does not name the entry, or "".
    """
    sentences = plain_sentences(key.definition)
    nameless = [sentence for sentence in sentences if not tells_name(sentence, key)]
    opening = " ".join(sentences[:SENTENCES])
    rest = " ".join(nameless[:SENTENCES])
    for text in (opening, key.summary, rest):
        if len(text) >= SHORTEST_DEFINITION and not tells_name(text, key):
            return text
    return ""


def tells_name(text: str, key: Entry) -> bool:
    return names(text, key.all_names) or not key.telling.isdisjoint(stems(text))


def why_key(key: Entry, shown: str) -> str:
    """Return the summary, or the definition's beginning when the summary was the text shown."""
    if shown != key.summary:
        return key.summary
    return plain_sentences(key.definition)[0] or key.summary
