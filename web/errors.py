"""Error pages. Those for 400 and 500 need no request and no database: either may be broken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from web.away import RETRY_AFTER

SECRET = "password"  # noqa: S105 (the name of a field)


class Suggestion(Protocol):
    """A page that a mistyped address may have meant."""

    @property
    def title(self) -> str: ...

    @property
    def url(self) -> str: ...


def bad_request() -> HttpResponse:
    return plain_page("web/400.html", status=400)


def not_allowed(request: HttpRequest) -> HttpResponse:
    context = {"error": True, "title": "Not allowed"}
    return render(request, "web/403.html", context, status=403)


def not_found(request: HttpRequest, suggestions: Sequence[Suggestion]) -> HttpResponse:
    context = {"error": True, "title": "Not found", "suggestions": suggestions}
    return render(request, "web/404.html", context, status=404)


def server_error(request_id: str = "") -> HttpResponse:
    """`request_id`: under which the server's log tells what happened, shown to be reported."""
    context = {"request_id": request_id}
    return plain_page("web/500.html", status=500, context=context)


def away(request: HttpRequest) -> HttpResponse:
    """Say that the database does not answer, with a form that sends again what was sent.

    Needs no database: the form keeps the choice in the page. No password is put into a page.
    """
    context = {
        "path": request.get_full_path(),
        "is_form": request.method == "POST",
        "sent": sent_again(request),
    }
    response = plain_page("web/503.html", status=503, context=context)
    response["Retry-After"] = str(RETRY_AFTER)
    response["Cache-Control"] = "no-store"
    return response


def sent_again(request: HttpRequest) -> list[tuple[str, str]]:
    """Return the fields of the form that can be sent again; none where files or secrets were."""
    names = list(request.POST)
    if request.FILES or any(SECRET in name.lower() for name in names):
        return []
    fields: list[tuple[str, str]] = []
    for name in names:
        values = request.POST.getlist(name)
        fields.extend((name, str(value)) for value in values)
    return fields


def plain_page(
    template: str,
    status: int,
    context: Mapping[str, object] | None = None,
) -> HttpResponse:
    text = render_to_string(template, {"error": True, **(context or {})})
    return HttpResponse(text, status=status)
