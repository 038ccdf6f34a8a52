from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dictionary import queries
from dictionary.search import find
from web.reading import reading_page


@reading_page
def search_page(request: HttpRequest) -> HttpResponse:
    query = request.GET.get("q", "").strip()
    results = find(query)
    context: dict[str, object] = {
        "title": "Search",
        "query": query,
        "hits": results.hits,
        "corrected": results.corrected,
    }
    if not results.hits:
        context["chapters"] = queries.chapters()
    return render(request, "dictionary/search.html", context)
