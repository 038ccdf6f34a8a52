import pytest

from dictionary import models
from tests import factories

pytestmark = pytest.mark.django_db


def test_an_entry_has_everything_a_page_shows():
    entry = factories.entry("loss-too-loud")
    assert entry.term == "Loss too loud"
    assert {fix.kind for fix in entry.fixes.all()} == {"stopgap", "root", "prevention"}
    assert [indication.speaks_against for indication in entry.indications.all()] == [False, True]
    assert entry.references.filter(primary=True).count() == 1


@pytest.mark.parametrize(
    "factory",
    [
        factories.OutcomeFactory,
        factories.PhrasingFactory,
        factories.RelationFactory,
        factories.SignalFactory,
    ],
)
def test_every_other_factory_makes_a_row(factory):
    assert factory().pk is not None


def test_only_chapters_with_published_entries_are_published():
    factories.ChapterFactory(slug="empty")
    factories.FailureModeFactory(chapter__slug="drafts", status="draft")
    factories.entry("loss-too-loud", chapter__slug="full")
    factories.FailureModeFactory(chapter__slug="full", status="draft")
    assert [(chapter.slug, chapter.entries) for chapter in models.Chapter.objects.published()] == [
        ("full", 1)
    ]
    assert [entry.slug for entry in models.FailureMode.objects.published()] == ["loss-too-loud"]


def test_only_symptoms_that_speak_for_a_published_entry_are_published():
    entry = factories.entry("loss-too-loud")
    factories.SymptomFactory(slug="nobody-shows-it")
    factories.IndicationFactory(failure_mode__status="draft")
    speaking = entry.indications.get(frequency__gt=0).symptom
    assert list(models.Symptom.objects.published()) == [speaking]
