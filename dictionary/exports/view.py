from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from dictionary import queries
from dictionary.exports import EXPORTS
from dictionary.retired import survivor_of
from web.reading import reading_page

BY_SUFFIX = {export.suffix: export for export in EXPORTS}


@reading_page
def entry_export(request: HttpRequest, slug: str, suffix: str) -> HttpResponse:
    export = BY_SUFFIX.get(suffix)
    if export is None:
        raise Http404
    entries = queries.entry_with_parts()
    entry = entries.filter(slug=slug).first()
    if entry is None:
        survivor = survivor_of(slug=slug)
        return redirect(
            "entry-export",
            survivor.slug,
            suffix,
            permanent=True,
        )
    text = export.text_of(entry)
    return HttpResponse(text, content_type=export.content_type)
