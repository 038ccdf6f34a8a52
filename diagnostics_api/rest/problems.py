"""Errors of the API as RFC 9457 problem details, whatever raised them."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from rest_framework import exceptions

from diagnostics_api.service.knowledge import NothingLoadedError
from engine.read import Problem, ReadError
from engine.read.errors import escape

CONTENT_TYPE = "application/problem+json"
logger = logging.getLogger(__name__)


class TooLargeError(exceptions.APIException):
    status_code = HTTPStatus.REQUEST_ENTITY_TOO_LARGE

    def __init__(self, limit: int) -> None:
        super().__init__(
            f"The request is larger than the limit of {limit} bytes ({limit / 2**20:g} MiB)."
        )


class LengthRequiredError(exceptions.APIException):
    status_code = HTTPStatus.LENGTH_REQUIRED
    default_detail = (
        "The body came in pieces of unknown number. Send it whole, with a Content-Length."
    )


class UnusableError(exceptions.APIException):
    """Well-formed, and nothing can be made of it."""

    status_code = HTTPStatus.UNPROCESSABLE_ENTITY


def problem(
    status: int, detail: str, instance: str, errors: Iterable[tuple[str, str]] = ()
) -> dict[str, Any]:
    listed = [{"pointer": pointer, "detail": text} for pointer, text in errors]
    return {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": int(status),
        "detail": detail,
        "instance": instance,
        **({"errors": listed} if listed else {}),
    }


def exception_handler(exception: Exception, context: Mapping[str, Any]) -> JsonResponse:
    """Set as the exception handler of every API view. JSON whatever the view renders: the schema is
    YAML, and the documentation a page.
    """
    status, detail, errors = _described(exception)
    return answer(context["request"], status, detail, errors, _headers(exception))


def answer(
    request: HttpRequest,
    status: int,
    detail: str,
    errors: Iterable[tuple[str, str]] = (),
    headers: Mapping[str, str] | None = None,
) -> JsonResponse:
    body = problem(status, detail, request.get_full_path(), errors)
    return JsonResponse(body, status=status, headers=dict(headers or {}), content_type=CONTENT_TYPE)


def _described(exception: Exception) -> tuple[int, str, list[Problem]]:
    match exception:
        case ReadError():
            return 400, "The input cannot be read.", list(exception.problems)
        case exceptions.ValidationError():
            return 400, "Some fields are not valid.", list(field_errors(exception))
        case exceptions.APIException():
            return exception.status_code, str(exception.detail), []
        case Http404():
            return 404, str(exception) or "There is nothing at this address.", []
        case PermissionDenied():
            return 403, "Not allowed.", []
        case SuspiciousOperation():
            return 400, str(exception) or "The request was refused.", []
        case NothingLoadedError():
            return 503, str(exception), []
        case _:
            logger.error("an API view failed", exc_info=exception)
            return 500, "Something went wrong on the server. It was logged.", []


def field_errors(exception: exceptions.ValidationError) -> list[Problem]:
    return [Problem(pointer, detail) for pointer, detail in _pointers(exception.detail, "")]


def _pointers(detail: Any, pointer: str) -> Iterator[tuple[str, str]]:
    """The nested errors of a serializer as JSON pointers."""
    if isinstance(detail, Mapping):
        for key, inner in detail.items():
            step = "" if key == "non_field_errors" else f"/{escape(str(key))}"
            yield from _pointers(inner, pointer + step)
    elif isinstance(detail, list):
        for inner in detail:
            yield from _pointers(inner, pointer)
    else:
        yield pointer, str(detail)


def _headers(exception: Exception) -> dict[str, str]:
    headers = {}
    wait = getattr(exception, "wait", None)
    if wait is not None:
        headers["Retry-After"] = str(max(1, int(wait)))
    return headers


@csrf_exempt  # a POST to a wrong address is told that it is wrong, not that a token is missing
def not_found(request: HttpRequest, rest: str = "") -> JsonResponse:
    """Every address under /api/ that is no resource."""
    slash = "" if request.path.endswith("/") else " Addresses end with a slash."
    return answer(request, 404, f"There is nothing at {request.path[:200]}.{slash}")
