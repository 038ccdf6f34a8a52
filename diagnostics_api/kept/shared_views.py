"""The address of an answer for others: whoever has it opens it, who made it deletes it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from diagnostics_api.kept.kept_page import unpacked
from diagnostics_api.kept.replies import gone, private, report_file
from diagnostics_api.kept.shelf import find_shared, is_own

GONE = "This answer was deleted."


@require_safe
def shared_answer(request: HttpRequest, address: str) -> HttpResponse:
    kept = find_shared(address)
    if kept is None:
        return gone(request, GONE, is_shared=True)
    page = unpacked(bytes(kept.packed))
    context = {
        "title": page.title,
        "made": page.answer,
        "markdown": page.markdown,
        "edition": page.report["knowledge"]["edition"],
        "shared": kept,
        "is_own": is_own(request, kept),
    }
    response = render(request, "diagnostics/shared.html", context)
    return private(response)


@require_safe
def shared_report(request: HttpRequest, address: str) -> HttpResponse:
    kept = find_shared(address)
    return report_file(kept) if kept else gone(request, GONE, is_shared=True)


@require_POST
def delete_shared(request: HttpRequest, address: str) -> HttpResponse:
    kept = find_shared(address)
    if kept is None or not is_own(request, kept):
        return gone(request, GONE, is_shared=True)
    kept.delete()
    response = redirect("diagnose-shared", address)
    response.status_code = 303
    return response
