"""The table of contents of an entry."""

from dictionary.models import FailureMode
from dictionary.pages.entry.contents import sections


def anchors(entry, **has):
    return [section.anchor for section in sections(entry, **has)]


def test_a_whole_entry_has_nine_sections():
    entry = FailureMode(example_bad="lr = 10\n")

    whole = anchors(entry, has_related=True, has_look_alikes=True)

    assert whole[0] == "rescue"
    assert whole[-1] == "references"
    assert len(whole) == 9


def test_sections_without_content_are_left_out():
    bare = anchors(FailureMode(), has_related=False, has_look_alikes=False)

    assert {"example", "look-alikes", "related"}.isdisjoint(bare)
