"""The sitemap: the standing pages of all apps, and what the dictionary holds."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse

from dictionary.addresses import addresses
from web.machines import Address, sitemap_answer
from web.reading import reading_page

STANDING_PAGES = (
    "/",
    "/dictionary/",
    "/symptoms/",
    "/checks/",
    "/glossary/",
    "/quiz/",
    "/diagnose/",
    "/about/",
    "/accuracy/",
    "/accuracy/misses/",
    "/accuracy/rules/",
)


@reading_page
def sitemap(request: HttpRequest) -> HttpResponse:
    return sitemap_answer(request, public_pages())


def public_pages() -> Iterator[Address]:
    for path in STANDING_PAGES:
        yield Address(path)
    yield from addresses()
