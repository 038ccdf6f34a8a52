"""The content comes back from the database as it was loaded, edits and gaps included."""

import pytest

from content.content import Content
from dictionary import models
from dictionary.loading.from_database import content_of_database
from dictionary.loading.load import load
from quizzes.models import Quiz
from tests import factories
from tests.small_content import small_content

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded(small_engine):
    load(small_content(), "f" * 64)
    return models.FailureMode.objects.get(slug="rate-too-high")


def high():
    [entry] = [
        entry for entry in content_of_database().failure_modes if entry.slug == "rate-too-high"
    ]
    return entry


def test_empty_database_has_empty_content():
    assert content_of_database() == Content()


def test_loaded_content_comes_back(loaded):
    assert content_of_database() == small_content()


def test_number_of_queries_does_not_grow_with_entries(loaded, django_assert_num_queries):
    with django_assert_num_queries(20):
        content_of_database()


def test_symptoms_are_ordered_by_group_then_position(loaded):
    factories.SymptomFactory(slug="new-loss", group="loss", position=99)
    factories.SymptomFactory(slug="first-speed", group="speed", position=0)

    slugs = [symptom.slug for symptom in content_of_database().symptoms]

    assert slugs.index("new-loss") < slugs.index("step-is-slow")
    assert slugs.index("first-speed") < slugs.index("step-is-slow")


def test_children_are_ordered_by_position(loaded):
    loaded.fixes.filter(kind="root").update(position=9)

    assert [fix.kind for fix in high().fixes] == ["stopgap", "root"]


def test_quizzes_of_one_position_are_ordered_by_slug(loaded):
    Quiz.objects.update(position=0)

    assert [quiz.slug for quiz in content_of_database().quizzes] == ["mixed", "old-one"]


def test_empty_columns_are_absent_values(loaded):
    models.FailureMode.objects.update(curve_preset="", example_explanation="")
    models.Chapter.objects.update(curve="")
    models.Indication.objects.update(note="")

    entry = high()

    assert (entry.curve, entry.example) == (None, None)
    assert {indication.note for indication in entry.indications} == {None}
    assert content_of_database().chapters[0].curve is None


def test_required_text_that_is_empty_stays_empty(loaded):
    models.FailureMode.objects.update(severity_reason="", definition="")

    entry = high()

    assert (entry.severity_reason, entry.definition) == ("", "")


def test_values_outside_the_schema_are_read(loaded):
    models.FailureMode.objects.update(summary="Short.", causes=[])
    loaded.references.all().delete()

    entry = high()

    assert (entry.summary, entry.causes, entry.references) == ("Short.", [], [])


def test_entry_without_programs_has_no_specimen(loaded):
    assert set(content_of_database().specimens) == {"rate-too-high"}

    models.FailureMode.objects.update(example_bad="", example_good="")

    assert content_of_database().specimens == {}


def test_entry_with_one_program_has_a_specimen(loaded):
    models.FailureMode.objects.filter(pk=loaded.pk).update(example_bad="", recording_bad="")

    specimen = content_of_database().specimens["rate-too-high"]

    assert (specimen.bad, specimen.bad_recording) == ("", "")
    assert specimen.good == "lr = 0.1\nprint(lr)\n"
