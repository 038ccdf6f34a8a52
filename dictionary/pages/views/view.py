from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from dictionary import queries
from dictionary.models import FailureMode, View
from dictionary.naming import Named, named
from web.reading import reading_page


@dataclass(frozen=True, slots=True)
class Member:
    """An entry of a view and why it stands there; without a row where it is only planned."""

    why: str
    entry: FailureMode | None
    name: Named


@reading_page
def view(request: HttpRequest, slug: str) -> HttpResponse:
    chosen = get_object_or_404(View, slug=slug)
    context = {
        "title": chosen.title,
        "description": chosen.summary,
        "view": chosen,
        "members": members_of(chosen),
        "views": View.objects.all(),
    }
    return render(request, "dictionary/view.html", context)


def members_of(view: View) -> list[Member]:
    """Return the entries of a view in its order. An entry that is a draft is left out."""
    slugs = [row["entry"] for row in view.entries]
    names = named(slugs)
    rows = queries.listed_entries().filter(slug__in=slugs)
    entries = {entry.slug: entry for entry in rows}
    members = []
    for row in view.entries:
        slug = row["entry"]
        if slug in names:
            member = Member(row["why"], entries.get(slug), names[slug])
            members.append(member)
    return members
