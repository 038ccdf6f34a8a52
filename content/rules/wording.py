"""Lists without repetition, sources that carry the entry, phrasings that tell symptoms apart."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import Any

from content.problems import Problem
from content.tree import Record, Tree

FEWEST_PHRASINGS = 8


def same_words(text: str) -> str:
    return " ".join(text.lower().replace("\u2019", "'").split()).strip(" .!?")


def entries_have_a_primary_reference(tree: Tree) -> Iterator[Problem]:
    for record in tree.failure_modes:
        if not any(reference.primary for reference in record.value.references):
            yield record.problem("no reference is primary", "references")


def symptoms_have_enough_phrasings(tree: Tree) -> Iterator[Problem]:
    for record in tree.symptoms:
        distinct = {same_words(phrasing) for phrasing in record.value.phrasings}
        if len(distinct) < FEWEST_PHRASINGS:
            yield record.problem(
                f"{len(distinct)} distinct phrasings, {FEWEST_PHRASINGS} are needed", "phrasings"
            )


def phrasings_belong_to_one_symptom(tree: Tree) -> Iterator[Problem]:
    owner: dict[str, str] = {}
    for record in tree.symptoms:
        for index, phrasing in enumerate(record.value.phrasings):
            first = owner.setdefault(same_words(phrasing), record.value.slug)
            if first != record.value.slug:
                yield record.problem(f"the phrasing is used by {first} too", "phrasings", index)


def lists_do_not_repeat(tree: Tree) -> Iterator[Problem]:
    for symptom in tree.symptoms:
        yield from _twice(symptom, "phrasings", symptom.value.phrasings)
    for check in tree.checks:
        yield from _twice(check, "outcomes", [outcome.symptom for outcome in check.value.outcomes])
    for quiz in tree.quizzes:
        yield from _twice(quiz, "kinds", quiz.value.kinds)
    for record in tree.failure_modes:
        entry = record.value
        yield from _twice(record, "aliases", [alias.text for alias in entry.aliases])
        yield from _twice(
            record, "confirmations", [confirmation.check for confirmation in entry.confirmations]
        )
        yield from _twice(record, "fixes", [fix.title for fix in entry.fixes])
        yield from _twice(record, "references", [reference.url for reference in entry.references])
        yield from _twice(record, "look_alikes", [item.failure_mode for item in entry.look_alikes])
        yield from _twice(
            record, "relations", [(item.type, item.failure_mode) for item in entry.relations]
        )
        indicated = [indication.symptom for indication in entry.indications]
        yield from _twice(record, "indications", indicated)
        against = [item.symptom for item in entry.contra_indications]
        yield from _twice(
            record, "contra_indications", [*indicated, *against], offset=len(indicated)
        )


def _twice(
    record: Record[Any], field: str, values: Sequence[Hashable], offset: int = 0
) -> Iterator[Problem]:
    for index, value in enumerate(values[offset:]):
        if value in values[: offset + index]:
            yield record.problem(f"{value!r} is listed twice", field, index)
