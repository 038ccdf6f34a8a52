"""Error handlers: problem details for the API, pages for all else.

They stand here because they need what no app below may know together: the API's problems, the
pages of the frame, and the dictionary's suggestions.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from diagnostics_api.rest import problems
from dictionary.suggestions import suggestions
from web import errors
from web.away import AWAY, is_away
from web.snapshot import from_one_snapshot

REFUSED = "The request was refused."
Answer = Callable[[HttpRequest], HttpResponse]
BROKEN = "Something went wrong on the server. It was logged."
logger = logging.getLogger(__name__)


def is_api(request: HttpRequest) -> bool:
    return request.path.startswith("/api/")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if is_api(request):
        return problems.problem_response(request, 400, REFUSED)
    return errors.bad_request()


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return errors.not_allowed(request)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return errors.not_allowed(request)


@from_one_snapshot
def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    try:
        near = suggestions(request.path)
        return errors.not_found(request, near)
    except AWAY as error:
        if not is_away(error):
            raise
        return errors.away(request)


class TellAway:
    """Middleware: answer 503 where a view could not reach the database, and keep what was sent."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._answer(request)

    def process_exception(
        self,
        request: HttpRequest,
        exception: Exception,
    ) -> HttpResponse | None:
        if not is_away(exception):
            return None
        logger.error("%s: the database is away: %s", request.path, exception)
        if is_api(request):
            return problems.exception_handler(exception, {"request": request})
        return errors.away(request)


def server_error(request: HttpRequest) -> HttpResponse:
    if is_api(request):
        return problems.problem_response(request, 500, BROKEN)
    return errors.server_error(request_id_of(request))


def request_id_of(request: HttpRequest) -> str:
    """Return the id under which the server's log tells what happened; "" outside the server."""
    found: str = getattr(request, "request_id", "")
    return found
