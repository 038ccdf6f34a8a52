"""Say in words how often a symptom is seen on recorded runs."""

from __future__ import annotations

from dictionary.measured import detector_counts


def seen_on_runs(symptom: str) -> str:
    """Return a sentence in brackets, after a space; nothing where no failing run was measured."""
    counts = detector_counts().get(symptom)
    if counts is None or not counts.listed.measured:
        return ""
    failing = counts.listed
    healthy = counts.good
    return (
        f" (Seen in {failing.seen} of {failing.measured} failing recorded runs that list it, "
        f"in {healthy.seen} of {healthy.measured} healthy ones.)"
    )
