from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from dictionary import queries
from dictionary.exports import EXPORTS
from web.reading import reading_page

BY_SUFFIX = {export.suffix: export for export in EXPORTS}


@reading_page
def entry_export(request: HttpRequest, slug: str, suffix: str) -> HttpResponse:
    export = BY_SUFFIX.get(suffix)
    if export is None:
        raise Http404
    entry = get_object_or_404(queries.entry_with_parts(), slug=slug)
    text = export.text_of(entry)
    return HttpResponse(text, content_type=export.content_type)
