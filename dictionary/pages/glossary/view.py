from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dictionary.models import GlossaryTerm
from dictionary.naming import Named, named
from web.reading import reading_page


@dataclass(frozen=True, slots=True)
class Explained:
    """A term with the entries in which it matters."""

    term: GlossaryTerm
    entries: tuple[Named, ...]


@reading_page
def glossary(request: HttpRequest) -> HttpResponse:
    terms = sorted(GlossaryTerm.objects.all(), key=by_letter)
    context = {
        "title": "Glossary",
        "description": "The neutral terms that the entries use, in a sentence or two each.",
        "terms": explained(terms),
    }
    return render(request, "dictionary/glossary.html", context)


def by_letter(term: GlossaryTerm) -> str:
    return term.term.lower()


def explained(terms: Iterable[GlossaryTerm]) -> list[Explained]:
    """Return the terms with the names of their entries, in one query."""
    every = list(terms)
    slugs = [slug for term in every for slug in term.see]
    names = named(slugs)
    rows = []
    for term in every:
        entries = [names[slug] for slug in term.see if slug in names]
        rows.append(Explained(term, tuple(entries)))
    return rows
