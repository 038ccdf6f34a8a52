"""Queries of one answer see one state of the database, and writers do not wait for them."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from dictionary.models import Edition
from tests import factories
from tests.shared_database import moved_to_file
from web.snapshot import from_one_snapshot, snapshot


def close():
    connection.close()


@pytest.fixture
def threads(transactional_db, tmp_path):
    """Two threads with connections of their own: one that reads, one that writes."""
    with (
        moved_to_file(tmp_path) as move,
        ThreadPoolExecutor(1) as reader,
        ThreadPoolExecutor(1) as writer,
    ):
        move()
        yield reader, writer
        reader.submit(close).result()
        writer.submit(close).result()


def names():
    return sorted(Edition.objects.values_list("name", flat=True))


def write(name):
    factories.EditionFactory(name=name)


def test_what_is_written_meanwhile_is_not_seen(threads):
    reader, writer = threads

    def read():
        with snapshot():
            before = names()
            writer.submit(write, "2026.12").result()
            inside = names()
        return before, inside, names()

    assert reader.submit(read).result() == ([], [], ["2026.12"])


def test_the_state_is_that_of_the_first_query(threads):
    reader, writer = threads

    def read():
        with snapshot():
            writer.submit(write, "2026.12").result()
            return names()

    assert reader.submit(read).result() == ["2026.12"]


def test_writing_works_after_reading(threads):
    reader, _ = threads

    def read_and_write():
        with snapshot():
            names()
        write("2026.12")
        return names()

    assert reader.submit(read_and_write).result() == ["2026.12"]


def test_an_error_inside_ends_the_transaction(threads):
    reader, writer = threads

    @from_one_snapshot
    def failing():
        names()
        raise LookupError

    def read():
        with pytest.raises(LookupError):
            failing()
        writer.submit(write, "2026.12").result()
        return names(), connection.in_atomic_block

    assert reader.submit(read).result() == (["2026.12"], False)


def test_a_transaction_that_is_open_goes_on(db, django_assert_num_queries):
    with django_assert_num_queries(1), snapshot():
        names()


def test_what_asks_nothing_does_not_touch_the_database():
    """Without the fixtures of pytest-django, every access is an error."""
    with snapshot():
        pass
