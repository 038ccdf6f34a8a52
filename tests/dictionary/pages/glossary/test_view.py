"""The glossary explains terms and names the entries in which they matter."""

import pytest

from dictionary.loading.load import load
from tests.small_content import small_content


@pytest.fixture
def loaded(db):
    load(small_content(), "hash")


def test_a_term_stands_with_its_text_and_entries(client, loaded):
    page = client.get("/glossary/").content.decode()

    assert '<dt id="step">step <small>steps</small></dt>' in page
    assert "One update of the <em>weights</em>." in page
    assert '<a href="/e/rate-too-high/">Rate too high</a>' in page


def test_a_planned_entry_is_named_without_a_link(client, loaded):
    page = client.get("/glossary/").content.decode()

    assert "planned-one" not in page
    assert "lanned one" in page


def test_an_empty_glossary_says_so(client, db):
    assert "No terms are loaded." in client.get("/glossary/").content.decode()


def test_queries_do_not_grow_with_the_terms(client, loaded, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        client.get("/glossary/")
