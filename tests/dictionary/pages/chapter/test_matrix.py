import pytest

from dictionary import queries
from dictionary.models import Chapter
from dictionary.pages.chapter.matrix import MOST_COLUMNS, matrix_of
from tests import factories

pytestmark = pytest.mark.django_db


def chapter_with(signs):
    """Return the entries of a chapter; signs: by entry, (symptom, frequency, evoking)."""
    chapter = factories.ChapterFactory(slug="signal")
    for slug, of_entry in signs.items():
        entry = factories.FailureModeFactory(slug=slug, chapter=chapter, term=slug)
        for symptom, frequency, evoking in of_entry:
            factories.IndicationFactory(
                failure_mode=entry,
                symptom=factories.SymptomFactory(slug=symptom),
                frequency=frequency,
                evoking=evoking,
            )
    return list(queries.entries_to_tell_apart(Chapter.objects.get(slug="signal")))


def columns_of(matrix):
    return [symptom.slug for symptom in matrix.columns]


def test_a_sign_that_one_shows_and_another_rules_out_goes_before_one_that_both_show():
    entries = chapter_with(
        {
            "exploding": [("grows", 4, 4), ("loss-high", 5, 3)],
            "vanishing": [("grows", 0, -3), ("loss-high", 5, 3)],
        }
    )

    assert columns_of(matrix_of(entries)) == ["grows"]


def test_what_the_columns_have_told_apart_leaves_room_for_the_others():
    """Both of the first two tell a from b and c; only `third` tells b from c."""
    entries = chapter_with(
        {
            "a": [("first", 5, 4), ("second", 5, 4), ("third", 0, -2)],
            "b": [("first", 0, -2), ("second", 0, -2), ("third", 5, 4)],
            "c": [("first", 0, -2), ("second", 0, -2), ("third", 0, -2)],
        }
    )

    assert set(columns_of(matrix_of(entries))) == {"first", "third"}


def test_each_row_has_one_decisive_sign_at_most_and_a_strongest_of_its_own():
    entries = chapter_with(
        {
            "a": [("shared", 5, 3), ("alone", 2, 5)],
            "b": [("shared", 0, -2), ("weak", 5, 2)],
        }
    )

    first, second = matrix_of(entries).rows

    assert (first.own.symptom.slug, first.own_decides) == ("alone", True)
    assert (second.own.symptom.slug, second.own_decides) == ("weak", False)
    assert not any(cell.decides for cell in [*first.cells, *second.cells])


def test_of_equally_strong_signs_the_one_that_fewer_entries_show_decides():
    entries = chapter_with(
        {
            "a": [("shared", 5, 4), ("alone", 2, 4)],
            "b": [("shared", 5, 4)],
            "c": [("shared", 0, -1)],
        }
    )

    first, second, _ = matrix_of(entries).rows

    assert (first.own_decides, first.cells[0].decides) == (True, False)
    assert (second.own_decides, second.cells[0].decides) == (False, True)


def test_the_columns_are_few():
    everything = [(f"sign-{number}", 5, 4) for number in range(9)]
    signs = {"none": [(slug, 0, -1) for slug, _, _ in everything]}
    for number, sign in enumerate(everything):
        signs[f"entry-{number}"] = [sign]

    assert len(matrix_of(chapter_with(signs)).columns) == MOST_COLUMNS


def test_one_entry_alone_has_nothing_to_be_told_from():
    assert matrix_of(chapter_with({"alone": [("sign", 5, 4)]})) is None


def test_an_entry_without_signs_has_no_row():
    matrix = matrix_of(chapter_with({"a": [("x", 5, 4)], "pointer": [], "b": [("y", 5, 4)]}))

    assert [row.entry.slug for row in matrix.rows] == ["a", "b"]
