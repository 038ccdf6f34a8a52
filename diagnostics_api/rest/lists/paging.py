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

Row = TypeVar("Row")

PROBLEMS = problem_responses(
    {
        404: "No such record or page.",
        406: "Accept names no JSON.",
        503: "The database does not answer now. Try again as Retry-After says.",
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
