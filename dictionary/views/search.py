from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dictionary import queries
from dictionary.pages import reading_page
from dictionary.search import find


@reading_page
def search_page(request: HttpRequest) -> HttpResponse:
    query = request.GET.get("q", "").strip()
    found = find(query)
    context = {
        "title": "Search",
        "query": query,
        "hits": found.hits,
        "corrected": found.corrected,
        "chapters": queries.chapters() if not found.hits else (),
    }
    return render(request, "dictionary/search.html", context)
