"""Symptoms: the list, and one of them with everything that it suggests."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http.response import HttpResponseRedirectBase
from django.shortcuts import redirect
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from diagnostics_api.rest.lists.edition import EditionView
from diagnostics_api.rest.lists.paging import MERGED, PAGING, PROBLEMS, paged
from diagnostics_api.rest.models.pages import SymptomPage
from diagnostics_api.rest.models.rows import SuggestedEntry, Symptom, SymptomRow
from dictionary import models, queries
from dictionary.measured import own_run, runs_record
from dictionary.retired import merged_symptom


class SymptomsView(EditionView):
    @extend_schema(
        operation_id="list_symptoms",
        summary="Symptoms",
        parameters=PAGING,
        responses={200: SymptomPage, **PROBLEMS},
    )
    def get(self, request: Request) -> Response:
        return paged(request, ordered(), row_of, SymptomPage)


class SymptomView(EditionView):
    @extend_schema(
        operation_id="symptom",
        summary="One symptom and what it speaks for",
        responses={200: Symptom, 301: MERGED, **PROBLEMS},
    )
    def get(self, request: Request, slug: str) -> Response | HttpResponseRedirectBase:
        symptom = with_parts().filter(slug=slug).first()
        if symptom is None:
            merged = merged_symptom(slug)
            return redirect("api-symptom", merged.slug, permanent=True)
        return Response(record_of(symptom).as_data())


def ordered() -> QuerySet[models.Symptom]:
    return queries.symptoms().order_by("position")


def with_parts() -> QuerySet[models.Symptom]:
    published = models.Indication.objects.filter(queries.PUBLISHED).select_related("failure_mode")
    strongest_first = published.order_by("-evoking", "-frequency", "failure_mode__slug")
    return ordered().prefetch_related("phrasings", Prefetch("indications", strongest_first))


def row_of(symptom: models.Symptom) -> SymptomRow:
    return SymptomRow.model_validate(fields_of(symptom))


def record_of(symptom: models.Symptom) -> Symptom:
    return Symptom.model_validate(
        {
            **fields_of(symptom),
            "measure": symptom.measure,
            "phrasings": [phrasing.text for phrasing in symptom.phrasings.all()],
            "failure_modes": [suggested(indication) for indication in symptom.indications.all()],
        }
    )


def fields_of(symptom: models.Symptom) -> dict[str, Any]:
    return {
        "slug": symptom.slug,
        "statement": symptom.statement,
        "group": symptom.group,
        "facet": symptom.facet or None,
        "importance": symptom.importance,
        "background": symptom.background,
        "detector": symptom.detector or None,
        "measured": runs_record(symptom.slug),
        "url": symptom.get_absolute_url(),
    }


def suggested(indication: models.Indication) -> SuggestedEntry:
    return SuggestedEntry(
        slug=indication.failure_mode.slug,
        term=indication.failure_mode.term,
        frequency=indication.frequency,
        evoking=indication.evoking,
        note=indication.note,
        own_run=own_run(indication.symptom.slug, indication.failure_mode.slug),
    )
