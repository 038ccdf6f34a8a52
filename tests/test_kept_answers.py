"""The site with kept answers: the second reader costs no query, and sees what the first one saw."""

import brotli
import pytest
from django.test import Client

from dictionary.models import Edition
from tests.site import READING_PAGES, make_whole_site

pytestmark = pytest.mark.django_db
FOUND = [path for path in READING_PAGES if path != "/no-such-page/" and "?" not in path]
RECORDS = ["/api/v1/failure-modes/", "/api/v1/symptoms/"]
TOLD_EACH_TIME = {"X-Request-ID", "Vary"}


@pytest.fixture
def client(settings):
    settings.KEPT_ANSWERS_BYTES = 10_000_000
    make_whole_site()
    return Client()


@pytest.mark.parametrize("path", [*FOUND, *RECORDS])
def test_the_second_reader_costs_no_query(client, path, django_assert_num_queries):
    first = client.get(path)
    assert first.status_code == 200
    with django_assert_num_queries(0):
        second = client.get(path)

    assert second.content == first.content
    assert second.resolver_match.view_name == first.resolver_match.view_name


@pytest.mark.parametrize("path", ["/", *RECORDS])
def test_a_kept_answer_has_the_headers_of_one_that_is_made(client, settings, path):
    client.get(path)
    kept = client.get(path).headers
    settings.KEPT_ANSWERS_BYTES = 0
    made = Client().get(path).headers

    assert {k: v for k, v in kept.items() if k not in TOLD_EACH_TIME} == {
        k: v for k, v in made.items() if k not in TOLD_EACH_TIME
    }


def test_a_packed_page_is_the_page(client):
    page = client.get("/").content
    packed = client.get("/", headers={"accept-encoding": "br"})

    assert brotli.decompress(packed.content) == page


def test_an_edit_is_seen_by_who_reads_what_was_not_kept(client):
    client.get("/")
    Edition.objects.latest().save()  # as the admin does after an edit
    client.get("/about/")

    assert (
        client.get("/").headers["Last-Modified"] == client.get("/about/").headers["Last-Modified"]
    )


def test_who_is_signed_in_gets_pages_made_for_them(admin_client, settings, client):
    client.get("/")
    cookies = admin_client.cookies
    client.cookies = cookies

    assert client.get("/").status_code == 200
    assert client.get("/admin/").status_code == 200
