"""An answer is of one edition, whatever comes into force between any two of its queries.

Another connection loads the other of two editions after the first, second, third query of a
request and so on. Every text of the one differs from that of the other, so a mixed answer differs
from both.
"""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from django.db import connection, transaction

from content.content import content_of
from content.tree import parse
from dictionary.loading import in_force
from dictionary.loading.load import load
from dictionary.search import rebuild_index
from tests.shared_database import moved_to_file
from tests.small_content import small_files

WORDS = {
    b"2026-11": b"2026-10",  # the name of the edition
    b"Optimization": b"Optimizing",
    b"rate too": b"pace too",
    b"Rate too": b"Pace too",
    b"Loss ": b"Cost ",
    b"Step ": b"Stride ",
    b"short procedure": b"brief procedure",
    b"Ten questions": b"Some questions",
}
ADDRESSES = (
    "/",
    "/dictionary/",
    "/dictionary/optimization/",
    "/e/rate-too-high/",
    "/e/rate-too-high.json",
    "/symptoms/",
    "/s/loss-diverges/",
    "/checks/",
    "/search/?q=too+high",
    "/sitemap.xml",
    "/e/rate-too-hih/",
    "/quiz/",
    "/api/v1/failure-modes/",
    "/api/v1/failure-modes/?q=too",
    "/api/v1/failure-modes/rate-too-high/",
    "/api/v1/symptoms/",
    "/api/v1/symptoms/loss-diverges/",
    "/api/v1/checks/",
)
MOST_QUERIES = 40


def reworded(data):
    for old, new in WORDS.items():
        data = data.replace(old, new)
    return data


def read(files):
    return content_of(parse(files))


class Editions:
    """Two editions that take turns, loaded by a connection of their own."""

    def __init__(self, pool):
        files = small_files()
        self.contents = [
            read(files),
            read({path: reworded(data) for path, data in files.items()}),
        ]
        self.pool = pool
        self.current = 0

    def put(self, number):
        """Load an edition and wait until it is in force."""
        self.current = number
        self.pool.submit(self._load, number).result()

    def _load(self, number):
        content = self.contents[number]
        with transaction.atomic():
            load(content, f"{number}" * 64)
            rebuild_index(content)


def close():
    """Close the connection of the thread that calls."""
    connection.close()


@pytest.fixture
def other_thread():
    """A thread with a connection of its own."""
    with ThreadPoolExecutor(1) as pool:
        yield pool
        pool.submit(close).result()


@pytest.fixture
def editions(transactional_db, small_engine, tmp_path, other_thread):
    with moved_to_file(tmp_path) as move:
        move()
        yield Editions(other_thread)


@contextmanager
def another_edition_after(count, editions):
    """Put the other edition in force after so many queries of this connection.

    Yield a list that holds the number of queries in the end.
    """
    seen = []

    def counted(execute, sql, *more):
        result = execute(sql, *more)
        if not sql.startswith(("BEGIN", "SET TRANSACTION", "PRAGMA")):
            seen.append(sql)
            if len(seen) == count:
                editions.put(1 - editions.current)
        return result

    with connection.execute_wrapper(counted):
        yield seen


def answer(client, address):
    """Return what a client sees of the edition: the body, and the tag of its list or record."""
    response = client.get(address)
    tag = response.headers.get("ETag", "") if address.startswith("/api/") else ""
    return response.status_code, tag, response.content.decode()


def mixed_answers(client, address, editions):
    """Return after which queries a change of edition gave an answer that is of neither."""
    whole = []
    for number in (0, 1):
        editions.put(number)
        whole.append(answer(client, address))
    assert whole[0] != whole[1], f"{address} shows no edition"

    mixed = []
    for count in range(1, MOST_QUERIES):
        in_force.forget()
        with another_edition_after(count, editions) as queries:
            given = answer(client, address)
        if given not in whole:
            mixed.append(count)
        if len(queries) < count:
            return mixed
    raise AssertionError(f"{address} asks more than {MOST_QUERIES} queries")


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_answer_is_of_one_edition(client, editions, address):
    with ThreadPoolExecutor(1) as reader:
        mixed = reader.submit(mixed_answers, client, address, editions).result()
        reader.submit(close).result()

    assert mixed == []
