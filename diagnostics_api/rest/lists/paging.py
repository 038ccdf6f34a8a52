"""Lists by page, as every resource answers and describes them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse
from rest_framework.pagination import PageNumberPagination
from rest_framework.request import Request
from rest_framework.response import Response

from diagnostics_api.rest.described_problems import problem_responses
from diagnostics_api.rest.models.pages import Page
from diagnostics_api.service.described import Described
from web.origin import at_own_origin

Row = TypeVar("Row")

PROBLEMS = problem_responses(
    {
        404: "No such record or page.",
        406: "Accept names no JSON.",
    }
)
MERGED = OpenApiResponse(
    description="It was merged into another record, which `Location` names.",
)
PAGING = [
    OpenApiParameter("page", int, description="From 1."),
    OpenApiParameter("page_size", int, description="Rows a page: 50, at most 1000."),
]


class Paginator(PageNumberPagination):
    page_size = 50
    page_size_query_param = "page_size"
    max_page_size = 1000

    def get_next_link(self) -> str | None:
        return self._own(super().get_next_link())

    def get_previous_link(self) -> str | None:
        return self._own(super().get_previous_link())

    def _own(self, url: str | None) -> str | None:
        if url is None or self.request is None:
            return url
        return at_own_origin(self.request._request, url)


def paged(
    request: Request,
    rows: QuerySet[Any, Row] | Sequence[Row],
    as_row: Callable[[Row], Described],
    page: type[Page],
) -> Response:
    """Answer the rows of the requested page. Raises NotFound for a page that does not exist."""
    paginator = Paginator()
    shown = paginator.paginate_queryset(rows, request) or []
    response = paginator.get_paginated_response([as_row(row) for row in shown])
    answered = page.model_validate(response.data)
    return Response(answered.as_data())
