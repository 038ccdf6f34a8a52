from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dictionary import queries
from dictionary.models import FailureMode
from dictionary.search import find
from dictionary.search.hits import Hit
from web.reading import reading_page


@reading_page
def search_page(request: HttpRequest) -> HttpResponse:
    typed = request.GET.get("q", "")
    query = typed.strip()
    results = find(query)
    hits = with_solutions(results.hits)
    context: dict[str, object] = {
        "title": "Search",
        "query": query,
        "hits": hits,
        "corrected": results.corrected,
    }
    if not results.hits:
        context["chapters"] = queries.chapters()
    return render(
        request,
        "dictionary/search.html",
        context,
    )


def with_solutions(hits: list[Hit]) -> list[tuple[Hit, str]]:
    """Return each hit with what to do, empty for what is no entry."""
    slugs = set(map(entry_slug, hits)) - {""}
    published = FailureMode.objects.published()
    entries = published.filter(slug__in=slugs)
    rows = entries.values_list("slug", "solution")
    solutions = dict(rows)
    pairs = []
    for hit in hits:
        slug = entry_slug(hit)
        solution = solutions.get(slug, "")
        pairs.append((hit, solution))
    return pairs


def entry_slug(hit: Hit) -> str:
    """Return the last part of the address of an entry, empty for what is no entry."""
    if hit.kind != "entry":
        return ""
    address = hit.url.strip("/")
    _, _, slug = address.rpartition("/")
    return slug
