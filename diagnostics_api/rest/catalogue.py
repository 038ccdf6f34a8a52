"""The dictionary as rows of the API's lists: the second bridge, beside knowledge.py."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet

from dictionary import queries
from dictionary.exports.json_record import entry_record
from dictionary.models import Chapter, Check, FailureMode, Indication, Symptom
from dictionary.search import search
from quizzes.listing import quiz_rows

SEARCHED = 200
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "kind": tuple(FailureMode.Kind.values),
    "severity": ("1", "2", "3", "4", "5"),
}
FILTERS = ("chapter", "phase", "kind", "severity", "symptom", "q")


class UnknownChoiceError(ValueError):
    """A filter has a value that it cannot have."""

    def __init__(self, name: str, allowed: tuple[str, ...]) -> None:
        self.name = name
        super().__init__(f"must be one of {', '.join(allowed)}")


def failure_modes(filters: Mapping[str, str]) -> QuerySet[FailureMode]:
    """Raises UnknownChoiceError for a kind or severity that does not exist."""
    for name, allowed in _CHOICES.items():
        if filters.get(name, allowed[0]) not in allowed:
            raise UnknownChoiceError(name, allowed)
    found = queries.entries()
    if "chapter" in filters:
        found = found.filter(chapter__slug=filters["chapter"])
    if "kind" in filters:
        found = found.filter(kind=filters["kind"])
    if "severity" in filters:
        found = found.filter(severity=int(filters["severity"]))
    if "symptom" in filters:
        found = found.filter(
            indications__symptom__slug=filters["symptom"], indications__frequency__gt=0
        )
    if "phase" in filters:
        # SQLite has no lookup for "a JSON list contains"; the list of published entries is short
        found = found.filter(
            pk__in=[entry.pk for entry in found if filters["phase"] in entry.phase]
        )
    if "q" in filters:
        found = found.filter(slug__in=_slugs_found(filters["q"]))
    return found.order_by("code")


def _slugs_found(query: str) -> list[str]:
    urls = [hit.url for hit in search(query, SEARCHED) if hit.kind == "entry"]
    return [url.strip("/").rpartition("/")[2] for url in urls]


def failure_mode_row(entry: FailureMode) -> dict[str, Any]:
    return {
        "id": entry.code,
        "slug": entry.slug,
        "term": entry.term,
        "chapter": entry.chapter.slug,
        "summary": entry.summary,
        "phase": entry.phase,
        "kind": entry.kind,
        "severity": entry.severity,
        "silence": entry.silence,
        "prevalence": entry.prevalence,
        "urgency": entry.urgency,
        "url": entry.get_absolute_url(),
    }


def failure_mode(slug: str) -> dict[str, Any] | None:
    entry = queries.entry_with_parts().filter(slug=slug).first()
    return entry_record(entry) if entry else None


def chapters() -> QuerySet[Chapter]:
    return queries.chapters()


def chapter_row(chapter: Chapter) -> dict[str, Any]:
    return {
        "slug": chapter.slug,
        "title": chapter.title,
        "summary": chapter.summary,
        "entries": chapter.entries,  # type: ignore[attr-defined]  # annotated by published()
        "url": chapter.get_absolute_url(),
    }


def symptoms() -> QuerySet[Symptom]:
    return queries.symptoms().order_by("position")


def symptom_row(symptom: Symptom) -> dict[str, Any]:
    return {
        "slug": symptom.slug,
        "statement": symptom.statement,
        "group": symptom.group,
        "facet": symptom.facet or None,
        "importance": symptom.importance,
        "background": symptom.background,
        "detector": symptom.detector or None,
        "url": symptom.get_absolute_url(),
    }


def symptom(slug: str) -> dict[str, Any] | None:
    speaking = Indication.objects.filter(queries.PUBLISHED).select_related("failure_mode")
    ordered = speaking.order_by("-evoking", "-frequency", "failure_mode__slug")
    found = (
        symptoms()
        .filter(slug=slug)
        .prefetch_related("phrasings", Prefetch("indications", ordered))
        .first()
    )
    if found is None:
        return None
    return {
        **symptom_row(found),
        "measure": found.measure,
        "phrasings": [phrasing.text for phrasing in found.phrasings.all()],
        "failure_modes": [
            {
                "slug": row.failure_mode.slug,
                "term": row.failure_mode.term,
                "frequency": row.frequency,
                "evoking": row.evoking,
                "note": row.note,
            }
            for row in found.indications.all()
        ],
    }


def checks() -> QuerySet[Check]:
    used = Q(confirmations__isnull=False) & ~Q(
        confirmations__failure_mode__status=FailureMode.Status.DRAFT
    )
    counted = Check.objects.annotate(used_by=Count("confirmations", filter=used))
    return counted.prefetch_related("outcomes__symptom").order_by("position")


def check_row(check: Check) -> dict[str, Any]:
    return {
        "slug": check.slug,
        "title": check.title,
        "cost": check.cost,
        "summary": check.summary,
        "procedure": check.procedure,
        "used_by": check.used_by,  # type: ignore[attr-defined]  # annotated above
        "outcomes": [
            {
                "symptom": outcome.symptom.slug,
                "question": outcome.question,
                "if_yes": outcome.if_yes,
                "if_no": outcome.if_no,
            }
            for outcome in check.outcomes.all()
        ],
        "url": check.get_absolute_url(),
    }


def quizzes() -> list[dict[str, Any]]:
    return [dict(row) for row in quiz_rows()]
