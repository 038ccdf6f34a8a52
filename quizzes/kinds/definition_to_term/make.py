"""Ask for the term of a definition that does not name it."""

from __future__ import annotations

import random

from content.plain import plain_sentences
from quizzes import explain
from quizzes.choice.distractors import closest
from quizzes.choice.make import Draft, Option, question_of
from quizzes.records import Bank, Entry, Question
from quizzes.words import names, stems

PROMPT = "Which failure is this?"
SHORTEST_DEFINITION = 60  # characters; a shorter text does not say enough
SENTENCES = 2


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
    text = definition_without_names(key)
    if not text:
        return None
    candidates = surely_wrong(key, bank, text)
    return Draft(
        prompt=PROMPT,
        shown=(text,),
        right=right_option(key, text),
        wrong=wrong_options(key, closest(key, candidates, rng)),
    )


def right_option(key: Entry, text: str) -> Option:
    return Option(
        text=key.term,
        entry=key.slug,
        why=why_key(key, text),
    )


def wrong_options(key: Entry, others: list[Entry]) -> list[Option]:
    options = []
    for other in others:
        why = explain.other_term(key, other)
        options.append(Option(other.term, other.slug, why))
    return options


def surely_wrong(key: Entry, bank: Bank, text: str) -> list[Entry]:
    """Return the entries that are not related to the key and that the text does not name."""
    wrong = []
    for other in bank.others(key):
        if other.slug in key.relatives:
            continue
        if not names(text, other.all_names):
            wrong.append(other)
    return wrong


def definition_without_names(key: Entry) -> str:
    """Return the beginning of the definition, else the summary, else two other sentences.

    Return the first of them that is long enough and does not name the entry, or "".
    """
    sentences = plain_sentences(key.definition)
    nameless = [text for text in sentences if not tells_name(text, key)]
    opening = " ".join(sentences[:SENTENCES])
    rest = " ".join(nameless[:SENTENCES])
    for text in (opening, key.summary, rest):
        if is_usable(text, key):
            return text
    return ""


def is_usable(text: str, key: Entry) -> bool:
    if len(text) < SHORTEST_DEFINITION:
        return False
    return not tells_name(text, key)


def tells_name(text: str, key: Entry) -> bool:
    """Say whether the text names the entry or has a word that hardly any other entry uses."""
    if names(text, key.all_names):
        return True
    return bool(key.telling & stems(text))


def why_key(key: Entry, shown: str) -> str:
    """Return the summary, or the definition's beginning when the summary was the text shown."""
    if shown != key.summary:
        return key.summary
    sentences = plain_sentences(key.definition)
    return sentences[0] or key.summary
