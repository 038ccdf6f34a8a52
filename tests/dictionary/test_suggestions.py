"""What a mistyped address may have meant."""

import pytest

from dictionary.suggestions import last_words, suggestions


@pytest.mark.parametrize("path", ["/", "/qqqqqqqqqqqqqq/", "/%F0%9F%92%A5/", "/" + "x" * 5000])
def test_an_address_like_nothing_gets_no_suggestion(client, content, path):
    assert suggestions(path) == []


def test_the_last_part_of_an_address_is_what_counts():
    assert last_words("/e/Label-Noise.json") == "label noise"
    assert last_words("//") == ""
