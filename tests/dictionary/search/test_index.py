"""Queries as each database writes them."""

import pytest

from dictionary.search import postgres, sqlite
from dictionary.search.index import matching_urls, query_text

WORDS = [["loss"], ["swing*", "swings"]]


@pytest.mark.parametrize(
    ("backend", "every", "query"),
    [
        (sqlite, True, '("loss") AND ("swing"* OR "swings")'),
        (sqlite, False, '("loss") OR ("swing"* OR "swings")'),
        (postgres, True, "(loss) & (swing:* | swings)"),
        (postgres, False, "(loss) | (swing:* | swings)"),
    ],
)
def test_a_query_joins_words_with_their_alternatives(backend, every, query):
    assert query_text(backend, WORDS, every) == query


@pytest.mark.usefixtures("library")
def test_every_word_or_any_of_them_is_looked_for():
    both = matching_urls([["loss"], ["swings"], ["up"]], True, 10)
    either = matching_urls([["loss"], ["swings"]], False, 10)

    assert "/s/loss-oscillates/" in both
    assert "/e/nan-loss/" not in both
    assert {*both, "/e/nan-loss/"} <= set(either)


@pytest.mark.usefixtures("library")
def test_no_more_than_the_limit_is_found():
    assert len(matching_urls([["loss"]], True, 1)) == 1
