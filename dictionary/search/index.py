"""The table of documents. Only the modules of the databases know how their SQL differs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from django.db import connection, transaction

from dictionary.search import postgres, sqlite
from dictionary.search.documents import Document, documents

COLUMNS = "kind, url, title, names, summary, body"
DELETE = "DELETE FROM dictionary_search"
INSERT = f"INSERT INTO dictionary_search ({COLUMNS}) VALUES (%s, %s, %s, %s, %s, %s)"  # noqa: S608 (constants)
SELECT = f"SELECT {COLUMNS} FROM dictionary_search ORDER BY url"  # noqa: S608 (constants)


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


def rebuild_index() -> None:
    """Write all documents anew, inside the transaction that is open, if one is."""
    rows = [row_of(document) for document in documents()]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(DELETE)
        cursor.executemany(INSERT, rows)


def row_of(document: Document) -> tuple[str, ...]:
    return (
        document.kind,
        document.url,
        document.title,
        document.names,
        document.summary,
        document.body,
    )


def indexed_documents() -> list[Document]:
    with connection.cursor() as cursor:
        cursor.execute(SELECT)
        return [Document(*row) for row in cursor.fetchall()]


def matching_urls(words: Sequence[Sequence[str]], every: bool, limit: int) -> list[str]:
    """Addresses of the documents that hold the words, best first. Each word comes with its
    alternatives, of which one is enough; with `every` all words must be there. A word that ends in
    * is the beginning of a word.
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
