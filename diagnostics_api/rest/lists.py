"""The dictionary as resources: lists by page, single records, all with ETag and Last-Modified of
the edition.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import PageNumberPagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from diagnostics_api.rest import catalogue
from diagnostics_api.rest.serializers import ProblemSerializer
from dictionary.editions import edition_in_force
from dictionary.models import Edition

ROW = OpenApiTypes.OBJECT
MISSING = {
    (404, "application/problem+json"): OpenApiResponse(ProblemSerializer, "No such record or page.")
}
PAGING = [
    OpenApiParameter("page", int, description="From 1."),
    OpenApiParameter("page_size", int, description="Rows a page: 50, at most 1000."),
]
FILTERS = [
    OpenApiParameter("chapter", str),
    OpenApiParameter("phase", str),
    OpenApiParameter("kind", str),
    OpenApiParameter("severity", int, description="1 to 5"),
    OpenApiParameter("symptom", str, description="Slug of a symptom that speaks for the entry."),
    OpenApiParameter("q", str, description="Words, as in the search of the site."),
]


class Pages(PageNumberPagination):
    page_size = 50
    page_size_query_param = "page_size"
    max_page_size = 1000


class EditionView(APIView):
    """A resource that changes only with the edition of the content."""

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        final = super().finalize_response(request, response, *args, **kwargs)
        edition = edition_in_force()
        if edition is None or final.status_code != 200:
            return final
        final["ETag"] = quote_etag(edition.content_hash[:32])
        final["Last-Modified"] = http_date(edition.loaded_at.timestamp())
        final["Cache-Control"] = "public, max-age=0, must-revalidate"
        return self._unless_known(request, final, edition)

    def _unless_known(
        self, request: Request, response: Response, edition: Edition
    ) -> HttpResponse | Response | None:
        """304 when the client has this edition already."""
        modified = int(edition.loaded_at.timestamp())
        return get_conditional_response(request._request, response["ETag"], modified, response)


def page_of(
    request: Request, rows: QuerySet[Any] | Sequence[Any], as_row: Callable[[Any], dict[str, Any]]
) -> Response:
    pages = Pages()
    shown = pages.paginate_queryset(rows, request)
    return pages.get_paginated_response([as_row(row) for row in shown or ()])


def without_nul(filters: Mapping[str, str]) -> None:
    """Raises ValidationError. PostgreSQL takes no text that holds a NUL."""
    faulty = {
        name: "must not hold a NUL character" for name, value in filters.items() if "\x00" in value
    }
    if faulty:
        raise ValidationError(faulty)


class FailureModesView(EditionView):
    @extend_schema(
        operation_id="list_failure_modes",
        summary="Failure modes",
        parameters=[*FILTERS, *PAGING],
        responses={200: ROW, **MISSING},
    )
    def get(self, request: Request) -> Response:
        given = {name: request.query_params.get(name, "") for name in catalogue.FILTERS}
        filters = {name: value for name, value in given.items() if value}
        without_nul(filters)
        try:
            found = catalogue.failure_modes(filters)
        except catalogue.UnknownChoiceError as error:
            raise ValidationError({error.name: str(error)}) from error
        return page_of(request, found, catalogue.failure_mode_row)


class FailureModeView(EditionView):
    @extend_schema(
        operation_id="failure_mode",
        summary="One failure mode, whole",
        responses={200: ROW, **MISSING},
    )
    def get(self, request: Request, slug: str) -> Response:
        return Response(
            found_or_404(catalogue.failure_mode(slug), f"There is no failure mode {slug!r}.")
        )


class ChaptersView(EditionView):
    @extend_schema(
        operation_id="list_chapters",
        summary="Chapters",
        parameters=PAGING,
        responses={200: ROW, **MISSING},
    )
    def get(self, request: Request) -> Response:
        return page_of(request, catalogue.chapters(), catalogue.chapter_row)


class SymptomsView(EditionView):
    @extend_schema(
        operation_id="list_symptoms",
        summary="Symptoms",
        parameters=PAGING,
        responses={200: ROW, **MISSING},
    )
    def get(self, request: Request) -> Response:
        return page_of(request, catalogue.symptoms(), catalogue.symptom_row)


class SymptomView(EditionView):
    @extend_schema(
        operation_id="symptom",
        summary="One symptom and what it speaks for",
        responses={200: ROW, **MISSING},
    )
    def get(self, request: Request, slug: str) -> Response:
        return Response(found_or_404(catalogue.symptom(slug), f"There is no symptom {slug!r}."))


class ChecksView(EditionView):
    @extend_schema(
        operation_id="list_checks",
        summary="Checks with their outcomes",
        parameters=PAGING,
        responses={200: ROW, **MISSING},
    )
    def get(self, request: Request) -> Response:
        return page_of(request, catalogue.checks(), catalogue.check_row)


class QuizzesView(EditionView):
    @extend_schema(
        operation_id="list_quizzes",
        summary="Quizzes",
        parameters=PAGING,
        responses={200: ROW, **MISSING},
    )
    def get(self, request: Request) -> Response:
        return page_of(request, catalogue.quizzes(), dict)


def found_or_404(record: dict[str, Any] | None, message: str) -> dict[str, Any]:
    if record is None:
        raise Http404(message)
    return record
