"""The addresses of everything in the dictionary that has a page."""

from __future__ import annotations

from collections.abc import Iterator

from dictionary import queries
from dictionary.models import View
from web.machines import Address


def addresses() -> Iterator[Address]:
    for chapter in queries.chapters():
        yield Address(chapter.get_absolute_url())
    for entry in queries.listed_entries():
        yield Address(entry.get_absolute_url(), entry.changed.isoformat())
    for symptom in queries.symptoms():
        yield Address(symptom.get_absolute_url())
    for check in queries.checks():
        yield Address(check.get_absolute_url())
    views = View.objects.all()
    for view in views:
        path = view.get_absolute_url()
        yield Address(path)
