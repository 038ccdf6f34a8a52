"""Make the bank that questions come from out of the content, once per edition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from content import schema
from content.content import Content, HashedContent
from dictionary.loading.in_force import Derived, derived_in_force
from dictionary.models import FailureMode
from engine.knowledge import RANKED_CLASSES
from quizzes.make import bank_of
from quizzes.records import Bank, Entry, Remedy, Sign

# Two entries with such a relation may both be right answers to the same question.
RELATED = (
    "parent-of",
    "causes",
)
NAMES = (
    "synonym",
    "abbreviation",
    "misspelling",
)

Relatives = Mapping[str, set[str]]  # slug -> slugs
Symptoms = Mapping[str, schema.Symptom]  # by slug


def published_bank() -> Bank:
    """Return the bank of the edition in force, empty when nothing is loaded."""
    bank = derived_in_force(BANK)
    if bank is None:
        return bank_of([])
    return bank


def published_solutions() -> dict[str, str]:
    """Return what to do about each published entry, by slug."""
    published = FailureMode.objects.published()
    return dict(published.values_list("slug", "solution"))


def _made(hashed: HashedContent) -> Bank:
    return bank_of(entries_of(hashed.content))


BANK = Derived("quiz-bank", _made)


def entries_of(content: Content) -> list[Entry]:
    """Return the published failures, in the order of their ids.

    Normal patterns, habits and pointers to other entries are no answers to a question.
    """
    relatives = _relatives(content)
    symptoms = {symptom.slug: symptom for symptom in content.symptoms}
    failures = [record for record in content.published if record.entry_class in RANKED_CLASSES]
    return [_entry(record, symptoms, relatives) for record in failures]


def _relatives(content: Content) -> Relatives:
    """Map each entry to those that may be right where it is: kin, causes and consequences."""
    relatives: dict[str, set[str]] = defaultdict(set)
    for record in content.failure_modes:
        for slug in _related(record):
            relatives[record.slug].add(slug)
            relatives[slug].add(record.slug)
    return relatives


def _related(record: schema.FailureMode) -> Iterator[str]:
    for relation in record.relations:
        if relation.type in RELATED:
            yield relation.failure_mode
    entries = [cause.entry for cause in record.causes]
    entries += [found.entry for found in record.find_the_cause]
    yield from filter(None, entries)


def _entry(
    record: schema.FailureMode,
    symptoms: Symptoms,
    relatives: Relatives,
) -> Entry:
    remedies = map(_remedy, record.fixes)
    return Entry(
        slug=record.slug,
        term=record.term,
        chapter=record.chapter,
        summary=record.summary,
        definition=record.definition,
        names=_names(record),
        signs=_signs(record, symptoms),
        remedies=tuple(remedies),
        look_alikes=_look_alikes(record),
        relatives=frozenset(relatives.get(record.slug, ())),
    )


def _names(record: schema.FailureMode) -> tuple[str, ...]:
    """Return the aliases that are words for the failure; error strings are none."""
    names = [alias.text for alias in record.aliases if alias.kind in NAMES]
    return tuple(names)


def _signs(record: schema.FailureMode, symptoms: Symptoms) -> tuple[Sign, ...]:
    """Return the symptoms that speak for the entry, then those that speak against it."""
    signs = []
    for indication in record.indications:
        symptom = symptoms[indication.symptom]
        sign = _sign(symptom, indication.frequency, indication.evoking)
        signs.append(sign)
    for against in record.contra_indications:
        symptom = symptoms[against.symptom]
        sign = _sign(symptom, 0, -against.strength)
        signs.append(sign)
    return tuple(signs)


def _sign(symptom: schema.Symptom, frequency: int, evoking: int) -> Sign:
    return Sign(
        symptom=symptom.slug,
        statement=symptom.statement,
        frequency=frequency,
        evoking=evoking,
        background=symptom.background,
        facet=symptom.facet or "",
    )


def _remedy(fix: schema.Fix) -> Remedy:
    return Remedy(
        title=fix.title,
        kind=fix.kind,
        text=fix.text,
        verify=fix.verify,
    )


def _look_alikes(record: schema.FailureMode) -> dict[str, str]:
    """Return how to tell the look-alikes apart, by their slugs."""
    return {item.failure_mode: item.tell_apart for item in record.look_alikes}
