"""The decorator of reading pages, without any page of the site."""

import datetime as dt
from types import SimpleNamespace

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from web.reading import reading_page

LOADED = dt.datetime(2026, 11, 28, 12, 30, tzinfo=dt.UTC)


@reading_page
def page(request, status=200):
    return HttpResponse("x" * 500, status=status)


def get(edition=None, **headers):
    request = RequestFactory().get("/", headers=headers)
    request.edition = lambda: edition
    return request


@pytest.fixture
def edition():
    return SimpleNamespace(pk=1, name="2026.11", entries=1, loaded_at=LOADED)


def test_a_page_carries_a_tag_and_the_time_of_the_edition(edition):
    response = page(get(edition))

    assert response.headers["ETag"]
    assert response.headers["Last-Modified"] == "Sat, 28 Nov 2026 12:30:00 GMT"
    assert response.headers["Cache-Control"] == "no-cache"


def test_without_an_edition_there_is_no_time():
    assert "Last-Modified" not in page(get()).headers


def test_a_request_that_no_middleware_has_seen_is_answered():
    response = page(RequestFactory().get("/"))

    assert response.status_code == 200
    assert "Last-Modified" not in response.headers


def test_an_error_carries_no_time(edition):
    assert "Last-Modified" not in page(get(edition), status=404).headers


def test_an_unchanged_page_is_not_sent_again(edition):
    tag = page(get(edition)).headers["ETag"]

    assert page(get(edition, if_none_match=tag)).status_code == 304
    assert page(get(edition, if_none_match='"other"')).status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_a_page_is_only_read(method):
    request = getattr(RequestFactory(), method)("/")

    assert page(request).status_code == 405
