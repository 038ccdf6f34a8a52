"""Failure modes: the list with its filters, and one of them whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import get_args

from django.db.models import QuerySet
from django.http.response import HttpResponseRedirectBase
from django.shortcuts import redirect
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from content import schema
from diagnostics_api.rest.described_problems import problem_responses
from diagnostics_api.rest.lists.edition import EditionView
from diagnostics_api.rest.lists.paging import MERGED, PAGING, PROBLEMS, paged
from diagnostics_api.rest.models.entries import FailureMode, FailureModeRow
from diagnostics_api.rest.models.pages import FailureModePage
from diagnostics_api.service.errors import FieldsError
from dictionary import models, queries
from dictionary.exports.json_record import entry_record, symptom_slugs
from dictionary.retired import survivor_of
from dictionary.search import search
from engine.read import Problem

MOST_HITS = 200  # of the search, of which the entries are kept
KINDS: tuple[str, ...] = get_args(schema.Kind)
SEVERITIES = ("1", "2", "3", "4", "5")
CHOICES: Mapping[str, tuple[str, ...]] = {
    "kind": KINDS,
    "class": schema.ENTRY_CLASSES,
    "severity": SEVERITIES,
    "phase": schema.PHASES,
}
MOST_LISTED = 40  # allowed values that an error lists
NEAR = 3  # similar ones that it names where there are more
# An empty value filters nothing.
SLUG = {"type": "string", "pattern": "^([a-z0-9]+(-[a-z0-9]+)*)?$", "maxLength": 60}
WORDS = {"type": "string", "pattern": "^[^\\u0000]*$"}
FILTERS = [
    OpenApiParameter("chapter", SLUG, description="Slug of a chapter."),
    OpenApiParameter(
        "phase",
        str,
        description="Part of the work in which the failure arises.",
        enum=schema.PHASES,
    ),
    OpenApiParameter("kind", str, description="Sort of failure.", enum=KINDS),
    OpenApiParameter("class", str, description="Class of entry.", enum=schema.ENTRY_CLASSES),
    OpenApiParameter(
        "severity",
        {"type": "integer", "minimum": 1, "maximum": 5},
        description="1 to 5",
    ),
    OpenApiParameter("symptom", SLUG, description="Slug of a symptom that speaks for the entry."),
    OpenApiParameter("q", WORDS, description="Words, as in the search of the site."),
]

FILTER_PROBLEMS = problem_responses(
    {
        503: "The content was changed while it was searched. Try again.",
    }
)


class FailureModesView(EditionView):
    @extend_schema(
        operation_id="list_failure_modes",
        summary="Failure modes",
        parameters=[*FILTERS, *PAGING],
        responses={200: FailureModePage, **PROBLEMS, **FILTER_PROBLEMS},
    )
    def get(self, request: Request) -> Response:
        filters = filters_of(request.query_params)
        return paged(request, filtered(filters), row_of, FailureModePage)


class FailureModeView(EditionView):
    @extend_schema(
        operation_id="failure_mode",
        summary="One failure mode, whole",
        responses={200: FailureMode, 301: MERGED, **PROBLEMS},
    )
    def get(self, request: Request, slug: str) -> Response | HttpResponseRedirectBase:
        entry = queries.entry_with_parts().filter(slug=slug).first()
        if entry is None:
            survivor = survivor_of(slug=slug)
            return redirect("api-failure-mode", survivor.slug, permanent=True)
        record = FailureMode.model_validate(entry_record(entry))
        return Response(record.as_data())


def filters_of(parameters: Mapping[str, str]) -> dict[str, str]:
    """Return the filters that were given. Raises FieldsError for values that cannot be."""
    filters = {}
    for parameter in FILTERS:
        value = parameters.get(parameter.name)
        if value:
            filters[parameter.name] = value
    _refuse_nul(filters)
    for name, choices in _choices_of(filters):
        _refuse_unknown(name, filters[name], choices)
    return filters


def _refuse_nul(filters: Mapping[str, str]) -> None:
    """Refuse a text with a NUL character, which PostgreSQL cannot compare."""
    problems = []
    for name, value in filters.items():
        if "\x00" in value:
            problems.append(Problem(f"/{name}", "must not hold a NUL character"))
    if problems:
        raise FieldsError(*problems)


def _choices_of(filters: Mapping[str, str]) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield each filter with a bounded number of values, and these; slugs are looked up."""
    for name, choices in CHOICES.items():
        if name in filters:
            yield name, choices
    if "chapter" in filters:
        yield "chapter", tuple(models.Chapter.objects.values_list("slug", flat=True))
    if "symptom" in filters:
        yield "symptom", tuple(models.Symptom.objects.values_list("slug", flat=True))


def _refuse_unknown(name: str, value: str, choices: Sequence[str]) -> None:
    if value in choices:
        return
    if len(choices) <= MOST_LISTED:
        detail = f"must be one of {', '.join(choices)}"
    else:
        near = get_close_matches(value, choices, NEAR)
        detail = "is not in the list of /api/v1/symptoms/"
        if near:
            detail += f"; near: {', '.join(near)}"
    raise FieldsError(Problem(f"/{name}", detail))


def filtered(filters: Mapping[str, str]) -> QuerySet[models.FailureMode]:
    entries = queries.entries_with_signs()
    if "chapter" in filters:
        entries = entries.filter(chapter__slug=filters["chapter"])
    if "kind" in filters:
        entries = entries.filter(kind=filters["kind"])
    if "class" in filters:
        entries = entries.filter(entry_class=filters["class"])
    if "severity" in filters:
        entries = entries.filter(severity=int(filters["severity"]))
    if "symptom" in filters:
        entries = entries.filter(
            indications__symptom__slug=filters["symptom"],
            indications__frequency__gt=0,
        )
    if "phase" in filters:
        entries = _in_phase(entries, filters["phase"])
    if "q" in filters:
        entries = entries.filter(slug__in=_matching_slugs(filters["q"]))
    return entries.order_by("code")


def _in_phase(entries: QuerySet[models.FailureMode], phase: str) -> QuerySet[models.FailureMode]:
    """Filter in Python: SQLite has no lookup for a member of a JSON list."""
    keys = [entry.pk for entry in entries if phase in entry.phase]
    return entries.filter(pk__in=keys)


def _matching_slugs(words: str) -> list[str]:
    slugs = []
    for hit in search(words, MOST_HITS):
        if hit.kind == "entry":
            path = hit.url.strip("/")
            slugs.append(path.rpartition("/")[2])
    return slugs


def row_of(entry: models.FailureMode) -> FailureModeRow:
    return FailureModeRow.model_validate(
        {
            "id": entry.code,
            "slug": entry.slug,
            "term": entry.term,
            "chapter": entry.chapter.slug,
            "category": entry.chapter.title,
            "class": entry.entry_class,
            "summary": entry.summary,
            "definition": entry.definition,
            "solution": entry.solution,
            "symptoms": symptom_slugs(entry),
            "points_to": entry.points_to,
            "phase": entry.phase,
            "kind": entry.kind,
            "severity": entry.severity,
            "silence": entry.silence,
            "prevalence": entry.prevalence,
            "urgency": entry.urgency,
            "url": entry.get_absolute_url(),
        }
    )
