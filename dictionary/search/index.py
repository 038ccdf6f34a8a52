"""The table of documents. Its SQL differs by database; the rest of the search does not know which
one it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, fields
from types import ModuleType

from django.db import connection, transaction

from content.content import Content
from dictionary.loading.from_database import content_of_database
from dictionary.search import postgres, sqlite
from dictionary.search.documents import Document, documents_of

COLUMNS = ", ".join(field.name for field in fields(Document))
BACKENDS: dict[str, ModuleType] = {"sqlite": sqlite, "postgresql": postgres}


def rebuild_index(content: Content | None = None) -> None:
    """Write all documents anew, inside the transaction that is open, if one is.

    `content` is that of the database, for callers that have read it already.
    """
    if content is None:
        content = content_of_database()
    rows = [astuple(document) for document in documents_of(content)]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM dictionary_search")
        insert = f"INSERT INTO dictionary_search ({COLUMNS}) VALUES (%s, %s, %s, %s, %s, %s)"  # noqa: S608 (constants)
        cursor.executemany(insert, rows)


def matching_urls(words: Sequence[Sequence[str]], every: bool, limit: int) -> list[str]:
    """Addresses of the documents that hold the words, best first. Each word comes with its
    alternatives, of which one is enough; with `every` all words must be there. A word that ends in
    * is the beginning of a word.
    """
    urls: list[str] = BACKENDS[connection.vendor].matching_urls(words, every, limit)
    return urls
