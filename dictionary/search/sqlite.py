"""Full text with SQLite's FTS5: Porter stems, prefixes, BM25 with weights for title, names, summary
and body.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection

CREATE = """
CREATE VIRTUAL TABLE dictionary_search USING fts5(
    kind UNINDEXED, url UNINDEXED, title, names, summary, body,
    tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3 4'
)
"""
DROP = "DROP TABLE dictionary_search"
MATCH = """
SELECT url FROM dictionary_search WHERE dictionary_search MATCH %s
ORDER BY
    bm25(dictionary_search, 0, 0, 10, 5, 3, 1) * CASE kind WHEN 'entry' THEN 1.5 ELSE 1 END,
    url
LIMIT %s
"""


def matching_urls(words: Sequence[Sequence[str]], every: bool, limit: int) -> list[str]:
    groups = ["(" + " OR ".join(map(_term, alternatives)) + ")" for alternatives in words]
    with connection.cursor() as cursor:
        cursor.execute(MATCH, [(" AND " if every else " OR ").join(groups), limit])
        return [url for (url,) in cursor.fetchall()]


def _term(word: str) -> str:
    return f'"{word[:-1]}"*' if word.endswith("*") else f'"{word}"'
