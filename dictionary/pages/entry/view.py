from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from dictionary import queries
from dictionary.exports import EXPORTS
from dictionary.models import FailureMode
from dictionary.pages.entry.contents import NORMAL, sections, titles_of
from dictionary.pages.entry.page import page_of
from dictionary.pages.entry.structured_data import other_names, structured_data
from dictionary.retired import survivor_of
from web.origin import origin_of
from web.reading import reading_page


@reading_page
def entry(request: HttpRequest, slug: str) -> HttpResponse:
    entry = queries.entry_with_parts().filter(slug=slug).first()
    if entry is None:
        return redirect(survivor_of(slug=slug), permanent=True)
    before, after = queries.neighbors(entry)
    page = page_of(entry)
    site = origin_of(request)
    context = {
        "title": entry.term,
        "description": entry.summary,
        "entry": entry,
        "page": page,
        "sections": sections(entry, page),
        "titles": names_of_titles(entry),
        "names": other_names(entry),
        "is_normal": entry.entry_class == NORMAL,
        "before": before,
        "after": after,
        "exports": EXPORTS,
        "structured": structured_data(entry, site),
    }
    return render(request, "dictionary/entry.html", context)


def names_of_titles(entry: FailureMode) -> dict[str, str]:
    """Return the titles of the sections by names that a template can use."""
    titles = titles_of(entry)
    return {anchor.replace("-", "_"): title for anchor, title in titles.items()}


@reading_page
def entry_by_code(request: HttpRequest, number: str) -> HttpResponse:
    code = f"LY-{number}"
    entry = FailureMode.objects.published().filter(code=code).first()
    return redirect(entry or survivor_of(code=code), permanent=True)
