import pytest

from dictionary import queries
from dictionary.models import Chapter
from dictionary.pages.chapter.order import order_of
from tests import factories

pytestmark = pytest.mark.django_db


def chapter_with(checks):
    """Return the entries of a chapter; checks: name to (cost, entries that it confirms)."""
    chapter = factories.ChapterFactory(slug="signal")
    entries = {}
    for check, (cost, slugs) in checks.items():
        row = factories.CheckFactory(slug=check, cost=cost)
        for slug in slugs:
            if slug not in entries:
                entries[slug] = factories.FailureModeFactory(slug=slug, chapter=chapter)
            factories.ConfirmationFactory(failure_mode=entries[slug], the_check=row)
    return list(queries.entries_to_tell_apart(Chapter.objects.get(slug="signal")))


def steps(order):
    return [step.check.slug for step in order.steps]


def test_a_cheap_check_goes_before_a_costly_one_that_decides_about_as_many():
    entries = chapter_with({"costly": ("one run", "ab"), "cheap": ("seconds", "ab")})

    order = order_of(entries)

    assert steps(order) == ["cheap"]
    assert [finding.result for finding in order.steps[0].findings] == [
        "The loss swings at the usual rate.",
    ] * 2


def test_a_check_that_decides_about_many_goes_first():
    entries = chapter_with(
        {
            "one": ("minutes", "a"),
            "three": ("minutes", "bcd"),
        }
    )

    assert steps(order_of(entries)) == ["three", "one"]


def test_what_no_step_decides_about_is_named():
    entries = chapter_with({f"check-{letter}": ("hours", letter) for letter in "abcdefg"})

    order = order_of(entries)

    assert len(order.steps) == 5
    assert [entry.slug for entry in order.left] == ["f", "g"]
