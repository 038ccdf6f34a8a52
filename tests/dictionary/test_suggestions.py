"""What a mistyped address may have meant."""

import pytest

from dictionary.suggestions import last_words, suggestions, suggestions_by_name
from tests import factories


@pytest.mark.parametrize("path", ["/", "/qqqqqqqqqqqqqq/", "/%F0%9F%92%A5/", "/" + "x" * 5000])
def test_an_address_like_nothing_gets_no_suggestion(client, content, path):
    assert suggestions(path) == []


def test_the_last_part_of_an_address_is_what_counts():
    assert last_words("/e/Label-Noise.json") == "label noise"
    assert last_words("//") == ""


def test_names_are_made_once_per_edition(content, django_assert_num_queries):
    [nearest, *_] = suggestions("/e/overfiting/")
    assert (nearest.title, nearest.url) == ("Overfitting", "/e/overfitting/")

    with django_assert_num_queries(1):
        suggestions("/e/underfiting/")


def test_drafts_and_symptoms_without_a_page_are_not_suggested(content):
    factories.SymptomFactory(slug="a-symptom-that-nothing-names")

    assert "secret draft" not in suggestions_by_name()
    assert "a symptom that nothing names" not in suggestions_by_name()
