from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from dictionary import queries
from dictionary.exports import EXPORTS
from dictionary.models import FailureMode
from dictionary.pages.entry.contents import sections
from dictionary.pages.entry.structured_data import structured_data
from dictionary.relations import look_alikes, related_links
from web.reading import reading_page


@reading_page
def entry(request: HttpRequest, slug: str) -> HttpResponse:
    entry = get_object_or_404(queries.entry_with_parts(), slug=slug)
    before, after = queries.neighbors(entry)
    related = related_links(entry)
    alike = look_alikes(entry)
    indications = entry.indications.all()
    site = request.build_absolute_uri("/").rstrip("/")
    context = {
        "title": entry.term,
        "description": entry.summary,
        "entry": entry,
        "sections": sections(entry, bool(related), bool(alike)),
        "indications": [sign for sign in indications if not sign.speaks_against],
        "against": [sign for sign in indications if sign.speaks_against],
        "look_alikes": alike,
        "related": related,
        "before": before,
        "after": after,
        "exports": EXPORTS,
        "structured": structured_data(entry, site),
    }
    return render(request, "dictionary/entry.html", context)


@reading_page
def entry_by_code(request: HttpRequest, number: str) -> HttpResponse:
    published = FailureMode.objects.published()
    entry = get_object_or_404(published, code=f"LY-{number}")
    return redirect(entry, permanent=True)
