"""The table of contents of an entry."""

import pytest

from dictionary import queries
from dictionary.pages.entry.contents import sections
from dictionary.pages.entry.page import page_of
from tests import factories


def anchors(slug):
    entry = queries.entry_with_parts().get(slug=slug)
    return [section.anchor for section in sections(entry, page_of(entry))]


@pytest.mark.usefixtures("content")
def test_a_whole_entry_has_its_sections_in_reading_order():
    assert anchors("overfitting") == [
        "symptoms",
        "confirm",
        "causes",
        "fix",
        "look-alikes",
        "why",
        "example",
        "references",
    ]


@pytest.mark.usefixtures("content")
def test_the_bar_has_a_short_name_of_each_section():
    entry = queries.entry_with_parts().get(slug="overfitting")
    names = [section.short for section in sections(entry, page_of(entry))]

    assert names[:2] == ["Signs", "Be sure"]
    assert max(map(len, names)) < 20


def test_sections_without_content_are_left_out(db):
    factories.FailureModeFactory(slug="bare", rescue="", example_bad="", causes=[])

    assert anchors("bare") == ["why"]
