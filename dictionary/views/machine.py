"""Answers for machines: robots.txt, sitemap.xml, opensearch.xml."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from dictionary import queries
from dictionary.pages import reading_page

STANDING_PAGES = ("/", "/dictionary/", "/symptoms/", "/checks/", "/quiz/", "/diagnose/", "/about/")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """For clients that ask for it without reading the page first."""
    return redirect(static("favicon.svg"))


@reading_page
def robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        "Disallow: /search/",
        "Disallow: /quiz/attempts/",
        "Disallow: /admin/",
    ]
    sitemap_url = request.build_absolute_uri("/sitemap.xml")
    return HttpResponse(
        "\n".join([*lines, f"Sitemap: {sitemap_url}", ""]), content_type="text/plain; charset=utf-8"
    )


@reading_page
def sitemap(request: HttpRequest) -> HttpResponse:
    pages = [(request.build_absolute_uri(path), changed) for path, changed in sitemap_rows()]
    return render(
        request, "dictionary/sitemap.xml", {"pages": pages}, content_type="application/xml"
    )


def sitemap_rows() -> Iterator[tuple[str, str]]:
    """(path, date of change or nothing) of every public page."""
    yield from ((path, "") for path in STANDING_PAGES)
    yield from ((chapter.get_absolute_url(), "") for chapter in queries.chapters())
    yield from (
        (entry.get_absolute_url(), entry.changed.isoformat()) for entry in queries.entries()
    )
    yield from ((symptom.get_absolute_url(), "") for symptom in queries.symptoms())
    yield from ((check.get_absolute_url(), "") for check in queries.checks())


@reading_page
def opensearch(request: HttpRequest) -> HttpResponse:
    context = {"search_url": request.build_absolute_uri("/search/")}
    content_type = "application/opensearchdescription+xml"
    return render(request, "dictionary/opensearch.xml", context, content_type=content_type)
