"""What the addresses of own and of shared answers have in common."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from diagnostics_api.kept.kept_page import unpacked
from diagnostics_api.models import KeptAnswer


def private(response: HttpResponse) -> HttpResponse:
    """Tell caches and search engines to leave an answer alone."""
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def gone(request: HttpRequest, headline: str, is_shared: bool = False) -> HttpResponse:
    """Say that there is no answer, in the same words whether there was one or not."""
    context = {
        "title": "No answer here",
        "headline": headline,
        "is_shared": is_shared,
        "error": True,
    }
    response = render(request, "diagnostics/gone.html", context, status=404)
    return private(response)


def report_file(kept: KeptAnswer) -> HttpResponse:
    """Return the report of the API as a file."""
    page = unpacked(bytes(kept.packed))
    indented = {"indent": 2, "ensure_ascii": False}
    response = JsonResponse(page.report, json_dumps_params=indented)
    response["Content-Disposition"] = 'attachment; filename="diagnosis.json"'
    return private(response)
