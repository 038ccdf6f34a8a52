from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render

from dictionary import queries
from dictionary.entry_page import sections, structured_data
from dictionary.models import FailureMode
from dictionary.pages import reading_page
from dictionary.relations import look_alikes, related
from dictionary.twins import as_markdown, as_record


@reading_page
def entry(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(queries.entry_with_parts(), slug=slug)
    before, after = queries.neighbours(found)
    links, alike = related(found), look_alikes(found)
    context = {
        "title": found.term,
        "description": found.summary,
        "entry": found,
        "sections": sections(found, bool(links), bool(alike)),
        "indications": [row for row in found.indications.all() if not row.speaks_against],
        "against": [row for row in found.indications.all() if row.speaks_against],
        "look_alikes": alike,
        "related": links,
        "before": before,
        "after": after,
        "structured": structured_data(found, request.build_absolute_uri("/")[:-1]),
    }
    return render(request, "dictionary/entry.html", context)


@reading_page
def entry_json(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(queries.entry_with_parts(), slug=slug)
    return JsonResponse(as_record(found), json_dumps_params={"ensure_ascii": False, "indent": 1})


@reading_page
def entry_markdown(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(queries.entry_with_parts(), slug=slug)
    return HttpResponse(as_markdown(found), content_type="text/markdown; charset=utf-8")


@reading_page
def entry_by_code(request: HttpRequest, number: str) -> HttpResponse:
    found = get_object_or_404(FailureMode.objects.published(), code=f"LY-{number}")
    return redirect(found, permanent=True)
