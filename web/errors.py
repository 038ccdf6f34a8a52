"""Error pages. Those for 400 and 500 need no request and no database: either may be broken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


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
    return plain_page("web/500.html", status=500, request_id=request_id)


def plain_page(template: str, status: int, request_id: str = "") -> HttpResponse:
    text = render_to_string(template, {"error": True, "request_id": request_id})
    return HttpResponse(text, status=status)
