"""The table of documents. Its SQL differs by database; the rest of the search does not know which
one it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType

from django.db import connection, transaction

from dictionary.search import postgres, sqlite
from dictionary.search.documents import Document, documents

COLUMNS = "kind, url, title, names, summary, body"
BACKENDS: dict[str, ModuleType] = {"sqlite": sqlite, "postgresql": postgres}


def rebuild_index() -> None:
    """Writes all documents anew, inside the transaction that is open, if one is."""
    rows = [
        (item.kind, item.url, item.title, item.names, item.summary, item.body)
        for item in documents()
    ]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM dictionary_search")
        insert = f"INSERT INTO dictionary_search ({COLUMNS}) VALUES (%s, %s, %s, %s, %s, %s)"  # noqa: S608 (constants)
        cursor.executemany(insert, rows)


def indexed_documents() -> list[Document]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {COLUMNS} FROM dictionary_search ORDER BY url")  # noqa: S608 (constants)
        return [Document(*row) for row in cursor.fetchall()]


def matching_urls(words: Sequence[Sequence[str]], every: bool, limit: int) -> list[str]:
    """Addresses of the documents that hold the words, best first. Each word comes with its
    alternatives, of which one is enough; with `every` all words must be there. A word that ends in
    * is the beginning of a word.
    """
    urls: list[str] = BACKENDS[connection.vendor].matching_urls(words, every, limit)
    return urls
