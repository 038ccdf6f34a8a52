from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from dictionary import queries
from dictionary.models import Chapter, FailureMode
from web.reading import reading_page


@reading_page
def chapter(request: HttpRequest, slug: str) -> HttpResponse:
    chapter = get_object_or_404(queries.chapters(), slug=slug)
    context = {
        "title": chapter.title,
        "description": chapter.summary,
        "chapter": chapter,
        "entries": queries.listed_entries().filter(chapter=chapter),
        "also": also_listed(chapter),
        "chapters": queries.chapters(),
    }
    return render(request, "dictionary/chapter.html", context)


def also_listed(chapter: Chapter) -> list[FailureMode]:
    """Return the entries of other chapters that this one lists a second time."""
    elsewhere = queries.listed_entries().exclude(chapter=chapter)
    listed_twice = elsewhere.exclude(also_in=[])
    return [entry for entry in listed_twice if chapter.slug in entry.also_in]
