"""Pages that say the same whatever is loaded."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from web.reading import reading_page


@reading_page
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "web/about.html", {"title": "About"})


@reading_page
def shortcuts(request: HttpRequest) -> HttpResponse:
    return render(request, "web/shortcuts.html", {"title": "Keys"})
