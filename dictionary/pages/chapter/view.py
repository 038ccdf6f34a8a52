from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from dictionary import queries
from dictionary.figures.overlay.choose import Recording, overlay_of
from dictionary.figures.overlay.draw import Drawing, drawing_of
from dictionary.models import Chapter, FailureMode
from dictionary.pages.chapter.matrix import matrix_of
from dictionary.pages.chapter.order import order_of
from web.reading import reading_page

MOST_WITH_CURVES = 12  # entries of a chapter: more drawings would make the page too heavy


@reading_page
def chapter(request: HttpRequest, slug: str) -> HttpResponse:
    chapter = get_object_or_404(queries.chapters(), slug=slug)
    entries = list(queries.entries_to_tell_apart(chapter))
    context = {
        "title": chapter.title,
        "description": chapter.summary,
        "chapter": chapter,
        "entries": entries,
        "is_long": len(entries) > MOST_WITH_CURVES,
        "matrix": matrix_of(entries),
        "overlay": drawn_together(entries),
        "order": order_of(entries),
        "also": also_listed(chapter),
        "chapters": queries.chapters(),
    }
    return render(request, "dictionary/chapter.html", context)


def drawn_together(entries: Sequence[FailureMode]) -> Drawing | None:
    """Return the recorded runs of the entries in one picture; None where they cannot be."""
    recordings = []
    for entry in entries:
        if entry.recording_bad:
            url = entry.get_absolute_url()
            recording = Recording(entry.term, url, entry.recording_bad)
            recordings.append(recording)
    overlay = overlay_of(recordings)
    return drawing_of(overlay) if overlay else None


def also_listed(chapter: Chapter) -> list[FailureMode]:
    """Return the entries of other chapters that this one lists a second time."""
    elsewhere = queries.listed_entries().exclude(chapter=chapter)
    listed_twice = elsewhere.exclude(also_in=[])
    return [entry for entry in listed_twice if chapter.slug in entry.also_in]
