from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from dictionary import queries
from web.reading import reading_page


@reading_page
def chapter(request: HttpRequest, slug: str) -> HttpResponse:
    chapter = get_object_or_404(queries.chapters(), slug=slug)
    context = {
        "title": chapter.title,
        "description": chapter.summary,
        "chapter": chapter,
        "entries": queries.listed_entries().filter(chapter=chapter),
        "chapters": queries.chapters(),
    }
    return render(request, "dictionary/chapter.html", context)
