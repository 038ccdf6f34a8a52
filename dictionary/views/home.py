from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dictionary import queries
from dictionary.pages import reading_page

NEWEST = 6


@reading_page
def home(request: HttpRequest) -> HttpResponse:
    newest = list(queries.newest_entries(NEWEST))
    context = {
        "chapters": queries.chapters(),
        "newest": newest,
        "featured": next((entry for entry in newest if entry.figure_svg), None),
    }
    return render(request, "dictionary/home.html", context)


@reading_page
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "dictionary/about.html", {"title": "About"})


@reading_page
def shortcuts(request: HttpRequest) -> HttpResponse:
    return render(request, "dictionary/shortcuts.html", {"title": "Keys"})
