"""The table of contents of an entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dictionary.models import FailureMode
from dictionary.pages.entry.page import EntryPage

NORMAL = "normal"
# Title of each section by its anchor, and what a normal page calls it instead.
TITLES: Mapping[str, str] = {
    "symptoms": "Signs that decide",
    "find-the-cause": "Find the cause",
    "confirm": "How to be sure",
    "boundary": "Where normal ends",
    "causes": "Causes",
    "fix": "Fix it",
    "look-alikes": "Is it really this?",
    "why": "Why it happens",
    "example": "Example",
    "related": "Related",
    "references": "Sources",
}
TITLES_OF_NORMAL: Mapping[str, str] = {
    **TITLES,
    "symptoms": "What you see",
    "confirm": "Make sure in one step",
    "causes": "Where it comes from",
    "fix": "Make it easier to read",
    "look-alikes": "Or is it this?",
}
# What the bar of contents calls each section: it has one line.
SHORT: Mapping[str, str] = {
    "symptoms": "Signs",
    "find-the-cause": "Find the cause",
    "confirm": "Be sure",
    "boundary": "Where normal ends",
    "causes": "Causes",
    "fix": "Fix",
    "look-alikes": "Look-alikes",
    "why": "Why",
    "example": "Example",
    "related": "Related",
    "references": "Sources",
}


@dataclass(frozen=True, slots=True)
class Section:
    anchor: str
    title: str
    short: str


def sections(entry: FailureMode, page: EntryPage) -> list[Section]:
    """Return the sections that this entry has, in reading order."""
    references = entry.references.all()
    contents = {
        "symptoms": page.deciding,
        "find-the-cause": page.find_the_cause,
        "confirm": page.checks,
        "boundary": page.boundaries,
        "causes": page.causes,
        "fix": page.fixes,
        "look-alikes": page.look_alikes or page.against,
        "why": True,
        "example": entry.example_bad,
        "related": page.related,
        "references": references,
    }
    titles = titles_of(entry)
    present = []
    for anchor, title in titles.items():
        if contents[anchor]:
            section = Section(anchor, title, SHORT[anchor])
            present.append(section)
    return present


def titles_of(entry: FailureMode) -> Mapping[str, str]:
    """Return the titles of the sections of an entry by their anchors."""
    if entry.entry_class == NORMAL:
        return TITLES_OF_NORMAL
    return TITLES
