"""Pages for 400, 403, 404 and 500, and problem details for the API. The one for 500 is static: it
must not need what has just failed.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from diagnostics_api.rest.problems import problem_response
from dictionary.suggestions import suggestions

WENT_WRONG = "Something went wrong on the server. It was logged."


def _is_api(request: HttpRequest) -> bool:
    return request.path.startswith("/api/")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if _is_api(request):
        return problem_response(request, 400, "The request was refused.")
    return HttpResponse(render_to_string("400.html", {"error": True}), status=400)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "403.html", {"error": True, "title": "Not allowed"}, status=403)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", {"error": True, "title": "Not allowed"}, status=403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    context = {
        "error": True,
        "title": "Not found",
        "suggestions": suggestions(request.path),
    }
    return render(request, "404.html", context, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    if _is_api(request):
        return problem_response(request, 500, WENT_WRONG)
    return HttpResponse(render_to_string("500.html", {"error": True}), status=500)
