"""Planned entries are not written yet, and have a chapter."""

import pytest

from content.rules import planned
from tests.parsed import parsed
from tests.small_content import edited, small_files


def messages(rule, old="slug: planned-one", new="slug: planned-one"):
    files = edited(small_files(), "planned.yaml", old, new)
    return [problem.message for problem in rule(parsed(files))]


def test_a_planned_entry_is_no_problem():
    assert messages(planned.planned_entries_are_not_written) == []
    assert messages(planned.planned_entries_have_chapters) == []


@pytest.mark.parametrize("slug", ["rate-too-high", "old-name"])
def test_a_written_or_retired_entry_is_not_planned(slug):
    rule = planned.planned_entries_are_not_written

    assert messages(rule, new=f"slug: {slug}") == [f"{slug} is written or planned already"]


def test_a_planned_entry_needs_a_chapter():
    rule = planned.planned_entries_have_chapters

    assert messages(rule, "chapter: optimization", "chapter: nothing") == ["no chapter nothing"]
