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


def test_empty_database_has_empty_content():
    assert content_of_database() == Content()


def test_loaded_content_comes_back(loaded):
    assert content_of_database() == small_content()


def test_number_of_queries_does_not_grow_with_entries(loaded, django_assert_num_queries):
    with django_assert_num_queries(27):
        content_of_database()


def test_symptoms_are_ordered_by_group_then_position(loaded):
    factories.SymptomFactory(slug="new-loss", group="loss", position=99)
    factories.SymptomFactory(slug="first-speed", group="speed", position=0)

    slugs = [symptom.slug for symptom in content_of_database().symptoms]

    assert slugs.index("new-loss") < slugs.index("step-is-slow")
    assert slugs.index("first-speed") < slugs.index("step-is-slow")


def test_quizzes_of_one_position_are_ordered_by_slug(loaded):
    Quiz.objects.update(position=0)

    assert [quiz.slug for quiz in content_of_database().quizzes] == ["mixed", "old-one"]


def test_empty_columns_are_absent_values(loaded):
    models.Chapter.objects.update(curve="")

    assert content_of_database().chapters[0].curve is None


def test_only_entries_with_programs_have_specimens(loaded):
    assert set(content_of_database().specimens) == {"rate-too-high"}

    models.FailureMode.objects.update(example_bad="", example_good="")

    assert content_of_database().specimens == {}
