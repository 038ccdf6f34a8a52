"""Full text with SQLite's FTS5: Porter stems, prefixes, BM25 with weights for title, names, summary
and body.
"""

from __future__ import annotations

OR = " OR "
AND = " AND "
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


def term(word: str) -> str:
    if word.endswith("*"):
        beginning = word[:-1]
        return f'"{beginning}"*'
    return f'"{word}"'
