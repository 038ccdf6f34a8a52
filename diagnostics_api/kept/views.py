"""The address of an answer, which only the browser that asked opens."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from diagnostics_api.kept.kept_page import packed, unpacked
from diagnostics_api.kept.replies import gone, report_file
from diagnostics_api.kept.shelf import find_own, link_of, share
from diagnostics_api.models import KeptAnswer
from diagnostics_api.page.rendered import answer_page
from diagnostics_api.service.in_force import ContentChangedError, published_in_force
from diagnostics_api.service.knowledge import NothingLoadedError
from diagnostics_api.service.published import Published
from web.origin import absolute_url

GONE = "This answer was deleted after an hour."
TOO_MANY_LINKS = "There are as many links from your address as are kept. Delete one first."


@require_safe
def own_answer(request: HttpRequest, address: str) -> HttpResponse:
    kept = find_own(request, address)
    return _page(request, kept) if kept else gone(request, GONE)


@require_safe
def own_report(request: HttpRequest, address: str) -> HttpResponse:
    kept = find_own(request, address)
    return report_file(kept) if kept else gone(request, GONE)


@require_POST
def share_answer(request: HttpRequest, address: str) -> HttpResponse:
    """Make a link to an answer for others, without what was typed."""
    kept = find_own(request, address)
    if kept is None:
        return gone(request, GONE)
    for_others = unpacked(bytes(kept.packed)).for_others()
    shared = share(request, kept, packed(for_others))
    if shared is None:
        return _page(request, kept, refused=TOO_MANY_LINKS)
    response = redirect("diagnose-answer", address)
    response["Location"] += "#share"
    response.status_code = 303
    return response


def _page(request: HttpRequest, kept: KeptAnswer, refused: str = "") -> HttpResponse:
    link = link_of(kept)
    url = ""
    if link:
        url = absolute_url(request, reverse("diagnose-shared", args=[link.address]))
    return answer_page(
        request,
        unpacked(bytes(kept.packed)),
        _published(),
        own=kept,
        link=link,
        url=url,
        refused=refused,
    )


def _published() -> Published | None:
    """Return the edition in force, whose symptoms the form offers; an answer opens without it."""
    try:
        return published_in_force()
    except (NothingLoadedError, ContentChangedError):
        return None
