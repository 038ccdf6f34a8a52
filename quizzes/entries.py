"""The dictionary's rows as the entries that questions are made from."""

from __future__ import annotations

from collections import defaultdict

from dictionary.models import FailureMode, Relation
from quizzes.records import Entry, Remedy, Sign

# Where one of these holds between two entries, both may be right answers to the same question.
RELATED = (Relation.Type.PARENT_OF, Relation.Type.CAUSES)
NAMES = ("synonym", "abbreviation", "misspelling")


def published_entries() -> list[Entry]:
    rows = FailureMode.objects.published().select_related("chapter")
    relatives = _relatives()
    return [
        _entry(row, frozenset(relatives[row.slug]))
        for row in rows.prefetch_related(
            "aliases", "indications__symptom", "fixes", "relations_out__target"
        )
    ]


def published_slugs() -> set[str]:
    return set(FailureMode.objects.published().values_list("slug", flat=True))


def _relatives() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for source, target in Relation.objects.filter(type__in=RELATED).values_list(
        "source__slug", "target__slug"
    ):
        found[source].add(target)
        found[target].add(source)
    return found


def _entry(row: FailureMode, relatives: frozenset[str]) -> Entry:
    look_alikes = [
        link for link in row.relations_out.all() if link.type == Relation.Type.LOOK_ALIKE
    ]
    return Entry(
        slug=row.slug,
        term=row.term,
        chapter=row.chapter.slug,
        summary=row.summary,
        definition=row.definition,
        names=tuple(alias.text for alias in row.aliases.all() if alias.kind in NAMES),
        signs=tuple(
            Sign(
                i.symptom.slug,
                i.symptom.statement,
                i.frequency,
                i.evoking,
                i.symptom.background,
                i.symptom.facet,
            )
            for i in row.indications.all()
        ),
        remedies=tuple(
            Remedy(fix.title, fix.kind, fix.text, fix.verify) for fix in row.fixes.all()
        ),
        look_alikes={link.target.slug: link.note for link in look_alikes},
        relatives=relatives,
    )
