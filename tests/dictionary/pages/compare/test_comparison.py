import pytest

from dictionary import queries
from dictionary.pages.compare.comparison import comparison_of
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def compared():
    """Compare two entries that share a sign and a check, and have one of each alone."""
    chapter = factories.ChapterFactory()
    entries = [factories.FailureModeFactory(slug=slug, chapter=chapter) for slug in "ab"]
    shared = factories.SymptomFactory(slug="shared")
    check = factories.CheckFactory(slug="both")
    for entry in entries:
        factories.IndicationFactory(failure_mode=entry, symptom=shared)
        factories.ConfirmationFactory(failure_mode=entry, the_check=check)
    split = factories.SymptomFactory(slug="split")
    factories.IndicationFactory(failure_mode=entries[0], symptom=split, evoking=4)
    factories.IndicationFactory(failure_mode=entries[1], symptom=split, frequency=0, evoking=-2)
    factories.ConfirmationFactory(
        failure_mode=entries[0], the_check=factories.CheckFactory(slug="alone")
    )
    factories.RelationFactory(source=entries[0], target=entries[1])
    factories.RelationFactory(source=entries[0], target=factories.FailureModeFactory(slug="c"))
    found = queries.entry_with_parts().filter(slug__in=["a", "b"]).order_by("slug")
    return comparison_of(list(found))


def test_signs_that_separate_are_rows_and_those_of_all_are_apart(compared):
    assert [row.symptom.slug for row in compared.signs] == ["split"]
    assert [symptom.slug for symptom in compared.in_all] == ["shared"]


def test_only_checks_of_two_entries_are_rows(compared):
    assert [row.check.slug for row in compared.checks] == ["both"]


def test_look_alikes_are_those_that_are_compared(compared):
    first, second = compared.columns

    assert [relation.target.slug for relation in first.unlike] == ["b"]
    assert list(second.unlike) == []
    assert compared.has_unlike


def test_an_entry_without_signs_keeps_its_column():
    chapter = factories.ChapterFactory()
    slugs = ["a", "b", "c"]
    entries = {slug: factories.FailureModeFactory(slug=slug, chapter=chapter) for slug in slugs}
    symptom = factories.SymptomFactory()
    factories.IndicationFactory(failure_mode=entries["b"], symptom=symptom, evoking=4)
    factories.IndicationFactory(failure_mode=entries["c"], symptom=symptom, frequency=0, evoking=-2)
    found = queries.entry_with_parts().filter(slug__in=slugs).order_by("slug")

    [row] = comparison_of(list(found)).signs

    assert [cell.sign is not None for cell in row.cells] == [False, True, True]
