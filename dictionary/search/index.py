"""The table of documents. Only the modules of the databases know how their SQL differs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, fields
from typing import Protocol

from django.db import connection, transaction

from content.content import Content
from dictionary.loading.from_database import content_of_database
from dictionary.search import postgres, sqlite
from dictionary.search.documents import Document, documents_of

NAMES = [field.name for field in fields(Document)]
COLUMNS = ", ".join(NAMES)
PLACES = ", ".join(["%s"] * len(NAMES))
DELETE = "DELETE FROM dictionary_search"
INSERT = f"INSERT INTO dictionary_search ({COLUMNS}) VALUES ({PLACES})"  # noqa: S608 (constants)


IndexRow = tuple[str, ...]


class Backend(Protocol):
    """A database's full text search: MATCH takes a query and a limit, and gives addresses."""

    OR: str
    AND: str
    MATCH: str

    def term(self, word: str) -> str:
        """Write a word in a query; one that ends in * is the beginning of a word."""


BACKENDS: dict[str, Backend] = {
    "sqlite": sqlite,
    "postgresql": postgres,
}


def rebuild_index(content: Content | None = None) -> None:
    """Write all documents anew, inside the transaction that is open, if one is.

    `content` is that of the database, for callers that have read it already.
    """
    if content is None:
        content = content_of_database()
    write_index(index_rows(content))


def index_rows(content: Content) -> list[IndexRow]:
    """Return the rows of all documents, in the order of NAMES."""
    return [astuple(document) for document in documents_of(content)]


def write_index(rows: Sequence[IndexRow]) -> None:
    """Make these the rows of the index."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(DELETE)
        cursor.executemany(INSERT, rows)


def matching_urls(words: Sequence[Sequence[str]], every: bool, limit: int) -> list[str]:
    """Return the addresses of the documents with these words, best first.

    Each word comes with its alternatives, of which one is enough; with `every` all words must be
    there. A word that ends in * is the beginning of a word.
    """
    backend = BACKENDS[connection.vendor]
    query = query_text(backend, words, every)
    with connection.cursor() as cursor:
        cursor.execute(backend.MATCH, [query, limit])
        return [url for (url,) in cursor.fetchall()]


def query_text(
    backend: Backend,
    words: Sequence[Sequence[str]],
    every: bool,
) -> str:
    """Write the words as a query of the database."""
    groups = []
    for alternatives in words:
        terms = map(backend.term, alternatives)
        group = backend.OR.join(terms)
        groups.append(f"({group})")
    joint = backend.OR
    if every:
        joint = backend.AND
    return joint.join(groups)
