"""The table of contents of an entry."""

from __future__ import annotations

from dataclasses import dataclass

from dictionary.models import FailureMode


@dataclass(frozen=True, slots=True)
class Section:
    anchor: str
    title: str


def sections(
    entry: FailureMode,
    has_related: bool,
    has_look_alikes: bool,
) -> list[Section]:
    """Return the sections that this entry has, in reading order."""
    every = [
        ("rescue", "Can I save this run?", True),
        ("symptoms", "Symptoms", True),
        ("confirm", "Confirm it", True),
        ("fix", "Fix it", True),
        ("why", "Why it happens", True),
        ("example", "Example", bool(entry.example_bad)),
        ("look-alikes", "Look-alikes", has_look_alikes),
        ("related", "Related", has_related),
        ("references", "References", True),
    ]
    return [Section(anchor, title) for anchor, title, present in every if present]
