"""Slugs in the columns of an entry stand for written or planned entries."""

import pytest

from dictionary.models import FailureMode
from dictionary.naming import Named, named, slugs_in
from tests import factories


def test_the_slugs_of_all_columns_are_found():
    entry = FailureMode(
        points_to="a",
        causes=[{"entry": "b"}, {"text": "none"}],
        find_the_cause=[{"entry": "c"}, {}],
        boundaries=[{"failure_mode": "d"}],
    )

    assert slugs_in(entry) == {"a", "b", "c", "d"}
    assert slugs_in(FailureMode()) == set()


@pytest.mark.usefixtures("content")
def test_written_entries_have_an_address_and_planned_ones_none():
    factories.PlannedFactory(slug="early-one")

    assert named(["overfitting", "early-one", "secret-draft", "nothing"]) == {
        "overfitting": Named("overfitting", "Overfitting", "/e/overfitting/"),
        "early-one": Named("early-one", "Early one"),
    }


def test_no_slug_asks_nothing(django_assert_num_queries, db):
    with django_assert_num_queries(0):
        assert named([]) == {}
