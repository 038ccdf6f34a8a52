"""Read the dictionary's rows as the entries that questions are made from."""

from __future__ import annotations

from collections import defaultdict

from dictionary.models import FailureMode, Fix, Indication, Relation
from quizzes.records import Entry, Remedy, Sign

# Two entries with such a relation may both be right answers to the same question.
RELATED = (Relation.Type.PARENT_OF, Relation.Type.CAUSES)
NAMES = ("synonym", "abbreviation", "misspelling")
PARTS = ("aliases", "indications__symptom", "fixes", "relations_out__target")


def published_entries() -> list[Entry]:
    published = FailureMode.objects.published().select_related("chapter")
    relatives = _relatives()
    return [
        _entry(failure_mode, frozenset(relatives[failure_mode.slug]))
        for failure_mode in published.prefetch_related(*PARTS)
    ]


def published_slugs() -> set[str]:
    return set(FailureMode.objects.published().values_list("slug", flat=True))


def _relatives() -> dict[str, set[str]]:
    relatives: dict[str, set[str]] = defaultdict(set)
    related = Relation.objects.filter(type__in=RELATED)
    for source, target in related.values_list("source__slug", "target__slug"):
        relatives[source].add(target)
        relatives[target].add(source)
    return relatives


def _entry(failure_mode: FailureMode, relatives: frozenset[str]) -> Entry:
    return Entry(
        slug=failure_mode.slug,
        term=failure_mode.term,
        chapter=failure_mode.chapter.slug,
        summary=failure_mode.summary,
        definition=failure_mode.definition,
        names=tuple(alias.text for alias in failure_mode.aliases.all() if alias.kind in NAMES),
        signs=tuple(_sign(indication) for indication in failure_mode.indications.all()),
        remedies=tuple(_remedy(fix) for fix in failure_mode.fixes.all()),
        look_alikes=_look_alikes(failure_mode),
        relatives=relatives,
    )


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
    return Remedy(title=fix.title, kind=fix.kind, text=fix.text, verify=fix.verify)


def _look_alikes(failure_mode: FailureMode) -> dict[str, str]:
    return {
        relation.target.slug: relation.note
        for relation in failure_mode.relations_out.all()
        if relation.type == Relation.Type.LOOK_ALIKE
    }
