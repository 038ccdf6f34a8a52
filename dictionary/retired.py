"""Lead from the address of an entry that was taken out to the entry that it was merged into."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from dictionary.models import FailureMode, Retired


def survivor_of(**name: str) -> FailureMode:
    """Return the entry that a retired one was merged into. Raises Http404 for another name."""
    retired = get_object_or_404(Retired, **name)
    return get_object_or_404(FailureMode.objects.published(), slug=retired.survivor)
