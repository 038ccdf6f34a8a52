"""The addresses of answers that are kept."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from diagnostics_api.kept.kept_page import unpacked
from diagnostics_api.kept.shelf import find_own
from diagnostics_api.page.rendered import answer_page
from diagnostics_api.service.in_force import ContentChangedError, published_in_force
from diagnostics_api.service.knowledge import NothingLoadedError
from diagnostics_api.service.published import Published


@require_safe
def own_answer(request: HttpRequest, address: str) -> HttpResponse:
    kept = find_own(request, address)
    if kept is None:
        return gone(request, "This answer was deleted after an hour.")
    page = unpacked(bytes(kept.packed))
    return answer_page(request, page, _published(), expires=kept.expires)


def gone(request: HttpRequest, headline: str) -> HttpResponse:
    """Say that there is no answer, in the same words whether there was one or not."""
    context = {"title": "No answer here", "headline": headline, "error": True}
    response = render(request, "diagnostics/gone.html", context, status=404)
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def _published() -> Published | None:
    """Return the edition in force, whose symptoms the form offers; an answer opens without it."""
    try:
        return published_in_force()
    except (NothingLoadedError, ContentChangedError):
        return None
