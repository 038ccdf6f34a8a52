"""Lead from the address of what was taken out to the entry or symptom that it was merged into."""

from __future__ import annotations

from django.http import Http404

from dictionary.models import FailureMode, Retired, Symptom


def survivor_of(**name: str) -> FailureMode:
    """Return the entry that a retired one was merged into. Raises Http404 for another name."""
    retired = Retired.objects.filter(**name).first()
    published = FailureMode.objects.published()
    if retired is not None:
        survivor = published.filter(slug=retired.survivor).first()
        if survivor is not None:
            return survivor
    named = " ".join(name.values())
    raise Http404(f"There is no failure mode {named!r}.")


def merged_symptom(slug: str) -> Symptom:
    """Return the symptom that another one was merged into. Raises Http404 for another name.

    Look at each in Python: SQLite has no lookup for a member of a JSON list.
    """
    for symptom in Symptom.objects.published().exclude(formerly=[]):
        if slug in symptom.formerly:
            return symptom
    raise Http404(f"There is no symptom {slug!r}.")
