from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dictionary import queries
from dictionary.models import FailureMode
from dictionary.pages.compare.asked import Asked, asked_for
from dictionary.pages.compare.comparison import MOST, Comparison, comparison_of
from web.reading import reading_page


@reading_page
def compare(request: HttpRequest) -> HttpResponse:
    """Show two to four entries side by side, or a form to choose them."""
    every = list(queries.listed_entries())
    known = {entry.slug: entry for entry in every}
    slugs = request.GET.getlist("e")
    asked = asked_for(slugs, known)
    comparison = compared(asked)
    context = {
        "title": title_of(asked.entries),
        "description": "Failures of training side by side: signs, checks that separate, fixes.",
        "asked": asked,
        "most": MOST,
        "comparison": comparison,
        "others": [entry for entry in every if entry not in asked.entries],
    }
    return render(
        request,
        "dictionary/compare/compare.html",
        context,
        status=asked.status,
    )


def compared(asked: Asked) -> Comparison | None:
    """Return the comparison of what was asked for; None where it cannot be made."""
    if not asked.can_be_compared:
        return None
    slugs = [entry.slug for entry in asked.entries]
    found = queries.entry_with_parts().filter(slug__in=slugs)
    in_order = sorted(found, key=lambda entry: slugs.index(entry.slug))
    return comparison_of(in_order)


def title_of(entries: Sequence[FailureMode]) -> str:
    """Name the entries where there are some."""
    terms = [entry.term for entry in entries[:MOST]]
    if not terms:
        return "Compare entries"
    return " or ".join(terms)
