"""Errors of the API as RFC 9457 problem details, whatever raised them."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from rest_framework.exceptions import APIException

from diagnostics_api.rest.described_problems import CONTENT_TYPE
from diagnostics_api.rest.models import problem as models
from diagnostics_api.service.errors import FieldsError, NothingToDiagnoseError
from diagnostics_api.service.in_force import ContentChangedError
from diagnostics_api.service.knowledge import NothingLoadedError
from engine.read import Problem, ReadError
from web.away import RETRY_AFTER, is_away

NOTHING_GIVEN = (
    "Nothing to diagnose: give a description, symptoms, metrics, a config, a log or files."
)
AWAY_DETAIL = "The database does not answer now. Try again in a few seconds."
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Failure:
    """What an error means to the client."""

    status: int
    detail: str
    problems: tuple[Problem, ...] = ()


def exception_handler(exception: Exception, context: Mapping[str, Any]) -> JsonResponse:
    """Answer an error of any API view.

    JSON whatever the view renders: the schema is YAML, and the documentation a page.
    """
    failure = failure_of(exception)
    response = problem_response(
        context["request"], failure.status, failure.detail, failure.problems
    )
    wait = getattr(exception, "wait", None)
    if wait is None and failure.status == HTTPStatus.SERVICE_UNAVAILABLE:
        wait = RETRY_AFTER
    if wait is not None:
        response["Retry-After"] = str(max(1, int(wait)))
    return response


def problem_response(
    request: HttpRequest, status: int, detail: str, problems: Iterable[Problem] = ()
) -> JsonResponse:
    errors = [
        models.ProblemError(pointer=problem.pointer, detail=problem.detail) for problem in problems
    ]
    body = models.Problem(
        type="about:blank",
        title=HTTPStatus(status).phrase,
        status=int(status),
        detail=detail,
        instance=request.get_full_path(),
        request_id=getattr(request, "request_id", None),
        errors=errors or None,
    )
    return JsonResponse(body.as_data(), status=status, content_type=CONTENT_TYPE)


def failure_of(exception: Exception) -> Failure:
    match exception:
        case ReadError():
            return Failure(400, "The input cannot be read.", exception.problems)
        case FieldsError():
            return Failure(400, "Some fields are not valid.", exception.problems)
        case NothingToDiagnoseError():
            return Failure(422, NOTHING_GIVEN)
        case APIException():
            return Failure(exception.status_code, str(exception.detail))
        case Http404():
            return Failure(404, str(exception) or "There is nothing at this address.")
        case PermissionDenied():
            return Failure(403, "Not allowed.")
        case SuspiciousOperation():
            return Failure(400, str(exception) or "The request was refused.")
        case MemoryError():  # told where the memory is limited
            raise exception
        case _:
            return _of_the_server(exception)


def _of_the_server(exception: Exception) -> Failure:
    """Return what an error of ours means: for a while, or one to be mended."""
    if isinstance(exception, NothingLoadedError | ContentChangedError):
        return Failure(503, str(exception))
    if is_away(exception):
        logger.error("the database is away: %s", exception)
        return Failure(503, AWAY_DETAIL)
    logger.error("an API view failed", exc_info=exception)
    return Failure(500, "Something went wrong on the server. It was logged.")


@csrf_exempt  # a POST to a wrong address is told that it is wrong, not that a token is missing
def not_found(request: HttpRequest, rest: str = "") -> JsonResponse:
    """Answer every address under /api/ that is no resource."""
    detail = f"There is nothing at {request.path[:200]}."
    if not request.path.endswith("/"):
        detail += " Addresses end with a slash."
    return problem_response(request, 404, detail)
