"""Pages for 400, 403, 404 and 500, and problem details for the API.

The page for 500 needs neither the database nor a context processor: one of them may have failed.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from diagnostics_api.rest import problems
from dictionary.suggestions import suggestions

REFUSED = "The request was refused."
FAILED = "Something went wrong on the server. It was logged."


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if _is_api(request):
        return problems.problem_response(request, 400, REFUSED)
    return _static_page("400.html", 400)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form without a valid CSRF token. Django passes the reason; it is not shown."""
    return _not_allowed(request)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _not_allowed(request)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Suggest the pages whose addresses are like the one asked for."""
    context = {
        "error": True,
        "title": "Not found",
        "suggestions": suggestions(request.path),
    }
    return render(request, "404.html", context, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    if _is_api(request):
        return problems.problem_response(request, 500, FAILED)
    return _static_page("500.html", 500)


def _is_api(request: HttpRequest) -> bool:
    return request.path.startswith("/api/")


def _not_allowed(request: HttpRequest) -> HttpResponse:
    context = {"error": True, "title": "Not allowed"}
    return render(request, "403.html", context, status=403)


def _static_page(template: str, status: int) -> HttpResponse:
    """Render a template without the request, so that no context processor runs."""
    page = render_to_string(template, {"error": True})
    return HttpResponse(page, status=status)
