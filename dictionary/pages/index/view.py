from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dictionary import queries
from dictionary.models import FailureMode, View
from dictionary.pages.index.facets import BY_CHAPTER, BY_TERM, Choices
from web.reading import reading_page


@reading_page
def index(request: HttpRequest) -> HttpResponse:
    """All entries, narrowed by what the address asks for."""
    choices = Choices.asked_for(request.GET)
    listed = queries.listed_entries()
    heading = chapter_title
    if choices.order == BY_TERM:
        listed = listed.order_by("term")
        heading = first_letter
    entries = list(listed)
    shown = [entry for entry in entries if choices.match(entry)]
    context = {
        "title": "Dictionary",
        "description": f"All {len(entries)} entries: ways in which training a model fails.",
        "groups": grouped(shown, heading),
        "views": View.objects.all(),
        "shown": len(shown),
        "total": len(entries),
        "facets": choices.facets(entries),
        "is_narrowed": choices.is_narrowed,
        "order": choices.order,
        "by_term": choices.ordered(BY_TERM).query_string,
        "by_chapter": choices.ordered(BY_CHAPTER).query_string,
    }
    return render(request, "dictionary/index.html", context)


def chapter_title(entry: FailureMode) -> str:
    return entry.chapter.title


def first_letter(entry: FailureMode) -> str:
    return entry.term[0].upper()


def grouped(
    entries: Iterable[FailureMode],
    heading: Callable[[FailureMode], str],
) -> list[tuple[str, list[FailureMode]]]:
    """Put the entries under their headings. They come sorted that way."""
    groups = groupby(entries, heading)
    return [(title, list(members)) for title, members in groups]
