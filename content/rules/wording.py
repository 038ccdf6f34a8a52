"""Check wording: lists do not repeat, one reference is primary, and phrasings are distinct."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from content import schema
from content.problems import Problems
from content.tree import Record, Tree

FEWEST_PHRASINGS = 8
NUMBER = re.compile(r"[-+]?(?<!\w)\d(?:[\d.,]*\d)?(?:e[-+]?\d+)?%?")
QUOTE = re.compile("[\"'`\u2018\u2019\u201c\u201d]")

Lists = Mapping[str, Sequence[Hashable]]  # name of a field -> its values


def same_words(text: str) -> str:
    """Return the text without differences of case, spaces, apostrophes and end marks."""
    straight = text.lower().replace("\u2019", "'")
    words = straight.split()
    return " ".join(words).strip(" .!?")


def same_line(text: str) -> str:
    """Return the text as `same_words` does, also without numbers and quotes.

    Two runs print the same line with other numbers. A text of numbers alone keeps them.
    """
    without_numbers = NUMBER.sub("", text.lower())
    line = same_words(QUOTE.sub("", without_numbers))
    has_words = any(character.isalpha() for character in line)
    return line if has_words else same_words(text)


def entries_have_a_primary_reference(tree: Tree) -> Problems:
    """Name each entry none of whose references is marked as primary."""
    for record in tree.failure_modes:
        references = record.value.references
        if not any(reference.primary for reference in references):
            yield record.problem(
                "no reference is primary",
                "references",
            )


def symptoms_have_enough_phrasings(tree: Tree) -> Problems:
    """Count phrasings that differ in case or spaces once."""
    for record in tree.symptoms:
        phrasings = record.value.phrasings
        count = len(set(map(same_words, phrasings)))
        if count < FEWEST_PHRASINGS:
            message = f"{count} distinct phrasings, {FEWEST_PHRASINGS} are needed"
            yield record.problem(
                message,
                "phrasings",
            )


def phrasings_belong_to_one_symptom(tree: Tree) -> Problems:
    """Name each phrasing that an earlier symptom has, in any case and with any numbers."""
    owners: dict[str, str] = {}
    for record in tree.symptoms:
        slug = record.value.slug
        for index, phrasing in enumerate(record.value.phrasings):
            line = same_line(phrasing)
            first = owners.setdefault(line, slug)
            if first != slug:
                message = f"the phrasing is used by {first} too"
                yield record.problem(
                    message,
                    "phrasings",
                    index,
                )


def lists_do_not_repeat(tree: Tree) -> Problems:
    """Name each repeated value of the lists of symptoms, checks, quizzes and entries."""
    for symptom in tree.symptoms:
        yield from _repetitions(symptom, "phrasings", symptom.value.phrasings)
    for check in tree.checks:
        outcomes = check.value.outcomes
        revealed = [outcome.symptom for outcome in outcomes]
        yield from _repetitions(check, "outcomes", revealed)
    for quiz in tree.quizzes:
        yield from _repetitions(quiz, "kinds", quiz.value.kinds)
    for record in tree.failure_modes:
        for field, values in _lists(record.value).items():
            yield from _repetitions(record, field, values)
        yield from _both_for_and_against(record)


def _lists(entry: schema.FailureMode) -> Lists:
    """Return the values of an entry that must differ, list by list."""
    return {
        "aliases": [alias.text for alias in entry.aliases],
        "confirmations": [confirmation.check for confirmation in entry.confirmations],
        "fixes": [fix.title for fix in entry.fixes],
        "references": [reference.url for reference in entry.references],
        "look_alikes": [look_alike.failure_mode for look_alike in entry.look_alikes],
        "relations": [(relation.type, relation.failure_mode) for relation in entry.relations],
        "indications": [indication.symptom for indication in entry.indications],
    }


def _both_for_and_against(record: Record[schema.FailureMode]) -> Problems:
    """Name each contra-indication whose symptom an indication or an earlier one has."""
    entry = record.value
    indicated = [indication.symptom for indication in entry.indications]
    against = [contra_indication.symptom for contra_indication in entry.contra_indications]
    yield from _repetitions(
        record,
        "contra_indications",
        against,
        before=indicated,
    )


def _repetitions(
    record: Record[Any],
    field: str,
    values: Sequence[Hashable],
    before: Sequence[Hashable] = (),
) -> Problems:
    """Name each value that is in the list twice, or in the list `before` it."""
    earlier = set(before)
    for index, value in enumerate(values):
        if value in earlier:
            message = f"{value!r} is listed twice"
            yield record.problem(
                message,
                field,
                index,
            )
        earlier.add(value)
