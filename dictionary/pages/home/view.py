from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dictionary import queries
from web.reading import reading_page

NEWEST = 6


@reading_page
def home(request: HttpRequest) -> HttpResponse:
    newest = list(queries.newest_entries(NEWEST))
    with_figure = (entry for entry in newest if entry.figure_svg)
    context = {
        "chapters": queries.chapters(),
        "newest": newest,
        "featured": next(with_figure, None),
    }
    return render(request, "dictionary/home.html", context)
