"""Error handlers: problem details for the API, pages for all else.

They stand here because they need what no app below may know together: the API's problems, the
pages of the frame, and the dictionary's suggestions.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from diagnostics_api.rest import problems
from dictionary.suggestions import suggestions
from web import errors
from web.snapshot import from_one_snapshot

REFUSED = "The request was refused."
BROKEN = "Something went wrong on the server. It was logged."


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
    near = suggestions(request.path)
    return errors.not_found(request, near)


def server_error(request: HttpRequest) -> HttpResponse:
    if is_api(request):
        return problems.problem_response(request, 500, BROKEN)
    return errors.server_error()
