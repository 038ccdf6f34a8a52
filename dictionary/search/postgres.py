"""Full text with PostgreSQL: a stored tsvector with weights and a GIN index. Needs no extension.

The configuration stems English and keeps stop words (they are dropped from the query where they say
nothing), and punctuation separates words before PostgreSQL's parser could take them for a host name
or a path: so both databases see the same words.
"""

from __future__ import annotations

OR = " | "
AND = " & "
CREATE = """
CREATE TEXT SEARCH DICTIONARY lossary_stem (TEMPLATE = snowball, LANGUAGE = english);
CREATE TEXT SEARCH CONFIGURATION lossary (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION lossary
    ALTER MAPPING FOR asciiword, word, numword WITH lossary_stem;
CREATE TABLE dictionary_search (
    kind text NOT NULL, url text PRIMARY KEY, title text NOT NULL, names text NOT NULL,
    summary text NOT NULL, body text NOT NULL,
    document tsvector NOT NULL GENERATED ALWAYS AS (
        setweight(to_tsvector('lossary', regexp_replace(title, '[^[:alnum:]]+', ' ', 'g')), 'A') ||
        setweight(to_tsvector('lossary', regexp_replace(names, '[^[:alnum:]]+', ' ', 'g')), 'B') ||
        setweight(
            to_tsvector('lossary', regexp_replace(summary, '[^[:alnum:]]+', ' ', 'g')), 'C'
        ) ||
        setweight(to_tsvector('lossary', regexp_replace(body, '[^[:alnum:]]+', ' ', 'g')), 'D')
    ) STORED
);
CREATE INDEX dictionary_search_document ON dictionary_search USING gin (document);
"""
DROP = """
DROP TABLE dictionary_search;
DROP TEXT SEARCH CONFIGURATION lossary;
DROP TEXT SEARCH DICTIONARY lossary_stem;
"""
MATCH = """
SELECT url FROM dictionary_search, to_tsquery('lossary', %s) AS asked WHERE document @@ asked
ORDER BY
    ts_rank('{0.05, 0.25, 0.5, 1.0}', document, asked, 1)
        * CASE kind WHEN 'entry' THEN 1.5 ELSE 1 END DESC,
    url
LIMIT %s
"""


def term(word: str) -> str:
    if word.endswith("*"):
        beginning = word[:-1]
        return f"{beginning}:*"
    return word
