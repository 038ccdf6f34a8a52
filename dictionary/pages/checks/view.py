from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from dictionary import queries
from dictionary.models import Check
from web.reading import reading_page


@reading_page
def check_index(request: HttpRequest) -> HttpResponse:
    order = list(Check.Cost.values)
    context = {
        "title": "Checks",
        "description": "Procedures that confirm or rule out a failure, the cheapest first.",
        "checks": sorted(queries.checks(), key=lambda check: order.index(check.cost)),
    }
    return render(request, "dictionary/check_index.html", context)


@reading_page
def check(request: HttpRequest, slug: str) -> HttpResponse:
    check = get_object_or_404(Check, slug=slug)
    context = {
        "title": check.title,
        "description": check.summary,
        "check": check,
        "outcomes": queries.outcomes_of(check),
        "confirmations": queries.confirmations_by(check),
    }
    return render(request, "dictionary/check.html", context)
