"""What is written again is what was made: every row, its keys, the search index, the objects."""

import pytest
from django.db import connection, transaction

from dictionary.models import FailureMode
from tests import rows
from tests.factories import ChapterFactory
from tests.rows import made_once
from tests.site import make_whole_site

pytestmark = pytest.mark.django_db
# Everything is made each time there, and rows get new keys.
on_sqlite = pytest.mark.skipif(
    connection.vendor != "sqlite",
    reason="on PostgreSQL no row is written again",
)


def state():
    """Every row of the site, as sets: the order of rows says nothing."""
    return {name: set(found) for name, found in rows._tables().items()}


def undone(call):
    """Return what a call returns after what it wrote is taken back."""
    with transaction.atomic():
        given = call()
        transaction.set_rollback(True)
    return given


@pytest.fixture
def calls(monkeypatch):
    rows._kept.cache_clear()
    yield []
    rows._kept.cache_clear()


@on_sqlite
def test_every_row_is_written_again(calls):
    def made():
        entries = made_once(make_whole_site)
        return state(), {slug: entry.pk for slug, entry in entries.items()}

    first = undone(made)
    empty = state()
    again = undone(made)

    assert again == first
    assert state() == empty != first[0]
    assert {len(first[0][name]) > 0 for name in ("dictionary_failuremode", rows.SEARCH)} == {True}


def test_objects_are_those_of_the_rows_and_of_each_test_alone(calls):
    undone(lambda: made_once(make_whole_site))["overfitting"].term = "Changed by a test"

    entry = made_once(make_whole_site)["overfitting"]

    assert entry == FailureMode.objects.get(slug="overfitting")
    assert entry.term == FailureMode.objects.get(slug="overfitting").term


@on_sqlite
def test_rows_that_were_there_before_are_as_they_were_left(calls):
    def rename():
        calls.append(1)
        FailureMode.objects.all().delete()
        ChapterFactory(slug="new")

    undone(lambda: made_once(rename))
    first = undone(lambda: (made_once(rename), state())[1])
    again = undone(lambda: (made_once(rename), state())[1])

    assert first == again
    assert len(calls) == 1


def test_a_row_can_be_added_to_those_that_were_written_again(calls):
    undone(lambda: made_once(make_whole_site))
    made_once(make_whole_site)

    assert ChapterFactory(slug="one-more").pk not in {None, 0}
    assert FailureMode.objects.count() == 4
