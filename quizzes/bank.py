"""Read the dictionary's rows as the entries that questions are made from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from dictionary.models import FailureMode, Fix, Indication, Relation
from quizzes.records import Entry, Remedy, Sign

# Two entries with such a relation may both be right answers to the same question.
RELATED = (
    Relation.Type.PARENT_OF,
    Relation.Type.CAUSES,
)
NAMES = (
    "synonym",
    "abbreviation",
    "misspelling",
)
PARTS = (
    "aliases",
    "indications__symptom",
    "fixes",
    "relations_out__target",
)

Relatives = Mapping[str, set[str]]  # slug -> slugs


def published_entries() -> list[Entry]:
    relatives = _relatives()
    published = FailureMode.objects.published()
    with_parts = published.select_related("chapter").prefetch_related(*PARTS)
    return [_entry(failure_mode, relatives) for failure_mode in with_parts]


def published_slugs() -> set[str]:
    published = FailureMode.objects.published()
    return set(published.values_list("slug", flat=True))


def _relatives() -> Relatives:
    relatives: dict[str, set[str]] = defaultdict(set)
    related = Relation.objects.filter(type__in=RELATED)
    pairs = related.values_list("source__slug", "target__slug")
    for source, target in pairs:
        relatives[source].add(target)
        relatives[target].add(source)
    return relatives


def _entry(failure_mode: FailureMode, relatives: Relatives) -> Entry:
    signs = map(_sign, failure_mode.indications.all())
    remedies = map(_remedy, failure_mode.fixes.all())
    return Entry(
        slug=failure_mode.slug,
        term=failure_mode.term,
        chapter=failure_mode.chapter.slug,
        summary=failure_mode.summary,
        definition=failure_mode.definition,
        names=_names(failure_mode),
        signs=tuple(signs),
        remedies=tuple(remedies),
        look_alikes=_look_alikes(failure_mode),
        relatives=frozenset(relatives.get(failure_mode.slug, ())),
    )


def _names(failure_mode: FailureMode) -> tuple[str, ...]:
    """Return the aliases that are words for the failure; error strings are none."""
    aliases = failure_mode.aliases.all()
    names = [alias.text for alias in aliases if alias.kind in NAMES]
    return tuple(names)


def _sign(indication: Indication) -> Sign:
    symptom = indication.symptom
    return Sign(
        symptom=symptom.slug,
        statement=symptom.statement,
        frequency=indication.frequency,
        evoking=indication.evoking,
        background=symptom.background,
        facet=symptom.facet,
    )


def _remedy(fix: Fix) -> Remedy:
    return Remedy(
        title=fix.title,
        kind=fix.kind,
        text=fix.text,
        verify=fix.verify,
    )


def _look_alikes(failure_mode: FailureMode) -> dict[str, str]:
    """Return how to tell the look-alikes apart, by their slugs."""
    notes = {}
    for relation in failure_mode.relations_out.all():
        if relation.type == Relation.Type.LOOK_ALIKE:
            notes[relation.target.slug] = relation.note
    return notes
