from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from dictionary import queries
from dictionary.facets import chosen_facets, facet_rows, matches, query_string
from dictionary.models import FailureMode
from dictionary.pages import reading_page


@reading_page
def index(request: HttpRequest) -> HttpResponse:
    """All entries, narrowed by what the address asks for."""
    order = "chapter" if request.GET.get("order") == "chapter" else "term"
    chosen = chosen_facets(request.GET)
    listed = queries.listed_entries()
    entries = list(listed if order == "chapter" else listed.order_by("term"))
    shown = [entry for entry in entries if matches(entry, chosen)]
    context = {
        "title": "Dictionary",
        "description": f"All {len(entries)} entries: ways in which training a model fails.",
        "groups": grouped(shown, order),
        "shown": len(shown),
        "total": len(entries),
        "facets": facet_rows(entries, chosen, order),
        "is_narrowed": bool(chosen),
        "order": order,
        "by_term": query_string(chosen, "term"),
        "by_chapter": query_string(chosen, "chapter"),
    }
    return render(request, "dictionary/index.html", context)


def grouped(entries: Iterable[FailureMode], order: str) -> list[tuple[str, list[FailureMode]]]:
    """Entries under their chapter or under their first letter. They come sorted that way."""

    def heading(entry: FailureMode) -> str:
        return entry.chapter.title if order == "chapter" else entry.term[0].upper()

    return [(title, list(members)) for title, members in groupby(entries, heading)]


@reading_page
def chapter(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(queries.chapters(), slug=slug)
    context = {
        "title": found.title,
        "description": found.summary,
        "chapter": found,
        "entries": queries.listed_entries().filter(chapter=found),
        "chapters": queries.chapters(),
    }
    return render(request, "dictionary/chapter.html", context)
