"""The table of contents of an entry."""

from __future__ import annotations

from dataclasses import dataclass

from dictionary.models import FailureMode
from dictionary.pages.entry.page import EntryPage


@dataclass(frozen=True, slots=True)
class Section:
    anchor: str
    title: str


def sections(entry: FailureMode, page: EntryPage) -> list[Section]:
    """Return the sections that this entry has, in reading order."""
    told_apart = page.look_alikes or page.against
    references = entry.references.all()
    every: list[tuple[str, str, object]] = [
        ("rescue", "Can I save this run?", entry.rescue),
        ("symptoms", "Signs that decide", page.deciding),
        ("find-the-cause", "Find the cause", page.find_the_cause),
        ("confirm", "First check", page.first_check),
        ("causes", "Causes", page.causes),
        ("fix", "Fix it", page.fixes),
        ("boundary", "Where normal ends", page.boundaries),
        ("look-alikes", "Is it really this?", told_apart),
        ("why", "Why it happens", True),
        ("example", "Example", entry.example_bad),
        ("related", "Related", page.related),
        ("references", "Sources", references),
    ]
    present = []
    for anchor, title, content in every:
        if content:
            section = Section(anchor, title)
            present.append(section)
    return present
