"""Lists by page, as every resource answers and describes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from django.db.models import QuerySet
from django.http import QueryDict
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse
from rest_framework.pagination import PageNumberPagination
from rest_framework.request import Request
from rest_framework.response import Response

from diagnostics_api.rest.described_problems import problem_responses
from diagnostics_api.rest.models.pages import Page
from diagnostics_api.service.described import Described
from diagnostics_api.service.errors import FieldsError
from engine.read import Problem
from web.origin import at_own_origin

Row = TypeVar("Row")

MOST_ROWS = 1000
PROBLEMS = problem_responses(
    {
        400: "A parameter has a value that it cannot have.",
        404: "No such record or page.",
        406: "Accept names no JSON.",
        414: "The address is too long.",
        503: "The database does not answer now. Try again as Retry-After says.",
    }
)
MERGED = OpenApiResponse(
    description="It was merged into another record, which `Location` names.",
)
PAGING = [
    OpenApiParameter("page", {"type": "integer", "minimum": 1}, description="From 1."),
    OpenApiParameter(
        "page_size",
        {"type": "integer", "minimum": 1, "maximum": MOST_ROWS},
        description="Rows a page: 50, at most 1000.",
    ),
]
_NUMBER = re.compile(r"[0-9]+")  # the length of an address bounds it


class Paginator(PageNumberPagination):
    page_size = 50
    page_size_query_param = "page_size"
    max_page_size = MOST_ROWS

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
    """Answer the rows of the requested page.

    Raises FieldsError for values that are none, and NotFound for a page that does not exist.
    """
    _refuse_wrong_numbers(request.query_params)
    paginator = Paginator()
    shown = paginator.paginate_queryset(rows, request) or []
    response = paginator.get_paginated_response([as_row(row) for row in shown])
    answered = page.model_validate(response.data)
    return Response(answered.as_data())


def _refuse_wrong_numbers(parameters: QueryDict) -> None:
    """Raises FieldsError, where Django REST framework would take the default instead."""
    problems = []
    for name in ("page", "page_size"):
        given = parameters.getlist(name)
        if given and not _is_in_bounds(name, given):
            problems.append(Problem(f"/{name}", _wanted(name)))
    if problems:
        raise FieldsError(*problems)


def _is_in_bounds(name: str, given: Sequence[str]) -> bool:
    if len(given) > 1 or not _NUMBER.fullmatch(given[0]):
        return False
    number = int(given[0])
    return number >= 1 and (name == "page" or number <= MOST_ROWS)


def _wanted(name: str) -> str:
    if name == "page":
        return "must be one whole number from 1"
    return f"must be one whole number from 1 to {MOST_ROWS}"
