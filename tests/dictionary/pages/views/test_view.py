"""A view lists entries of several chapters in the order to read, and why."""

import pytest

from dictionary.loading.load import load
from dictionary.models import FailureMode
from tests.small_content import small_content


@pytest.fixture
def loaded(db):
    load(small_content(), "hash")


def test_entries_stand_in_order_with_their_reasons(client, loaded):
    page = client.get("/views/first-hour/").content.decode()

    assert page.index("It ends runs.") < page.index("It wastes them.") < page.index("It will come.")
    assert '<a href="/e/rate-too-high/">Rate too high</a>' in page
    assert "Read in <strong>order</strong>." in page


def test_a_draft_is_left_out(client, loaded):
    FailureMode.objects.filter(slug="rate-too-low").update(status="draft")

    page = client.get("/views/first-hour/").content.decode()

    assert "It wastes them." not in page
    assert "It ends runs." in page


def test_an_unknown_view_is_not_found(client, loaded):
    assert client.get("/views/no-such/").status_code == 404


def test_the_dictionary_and_the_sitemap_lead_to_it(client, loaded):
    assert 'href="/views/first-hour/"' in client.get("/dictionary/").content.decode()
    assert "/views/first-hour/" in client.get("/sitemap.xml").content.decode()


def test_a_narrowed_list_shows_no_views(client, loaded):
    assert "/views/" not in client.get("/dictionary/?kind=dynamics").content.decode()
