"""Answers for machines: favicon.ico, robots.txt, opensearch.xml, and the form of a sitemap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from web.origin import absolute_url
from web.reading import reading_page

NOT_FOR_ROBOTS = ("/search/", "/quiz/attempts/", "/admin/")


@dataclass(frozen=True, slots=True)
class Address:
    """Path of a public page; `changed` is the date of its last change, empty if not known."""

    path: str
    changed: str = ""


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """For clients that ask for it without reading the page first."""
    return redirect(static("favicon.svg"))


@reading_page
def robots(request: HttpRequest) -> HttpResponse:
    sitemap = absolute_url(request, "/sitemap.xml")
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in NOT_FOR_ROBOTS),
        f"Sitemap: {sitemap}",
        "",
    ]
    text = "\n".join(lines)
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


@reading_page
def opensearch(request: HttpRequest) -> HttpResponse:
    context = {"search_url": absolute_url(request, "/search/")}
    content_type = "application/opensearchdescription+xml"
    return render(request, "web/opensearch.xml", context, content_type=content_type)


def sitemap_answer(request: HttpRequest, addresses: Iterable[Address]) -> HttpResponse:
    """Render the sitemap of pages that the caller names: the frame does not know them."""
    pages = []
    for address in addresses:
        url = absolute_url(request, address.path)
        pages.append((url, address.changed))
    context = {"pages": pages}
    return render(request, "web/sitemap.xml", context, content_type="application/xml")
