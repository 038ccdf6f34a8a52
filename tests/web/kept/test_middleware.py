"""Readers without a session get kept answers; everything else passes."""

import pytest
from django.conf import settings
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from web.kept.middleware import keep_answers, mark


class Site:
    """Answers each request anew, with a count, as of an edition."""

    def __init__(self, make=HttpResponse):
        self.edition = "a"
        self.made = 0
        self.make = make
        self.kept = keep_answers(self.answer, look=lambda: self.edition, most_bytes=100_000)

    def answer(self, request):
        self.made += 1
        body = f"{self.edition} {self.made} {request.headers.get('Accept-Encoding', 'plain')}"
        response = self.make(body.encode())
        response.headers["ETag"] = f'"{self.made}"'
        mark(response, self.edition)
        return response

    def get(self, path="/", method="GET", **extra):
        return self.kept(RequestFactory().generic(method, path, **extra))


def test_an_answer_is_made_once():
    site = Site()
    answers = [site.get(headers={"Accept-Encoding": "gzip"}) for _ in range(3)]

    assert site.made == 1
    assert [answer.content for answer in answers] == [b"a 1 plain"] * 3


def test_a_client_that_knows_a_page_fills_the_shelf_as_well():
    site = Site()

    assert site.get(headers={"If-None-Match": '"1"'}).status_code == 304
    assert site.get().content == b"a 1 plain"
    assert site.made == 1


@pytest.mark.parametrize(
    "asked",
    [
        {"method": "POST"},
        {"path": "/?q=nan"},
        {"headers": {"Cookie": f"{settings.SESSION_COOKIE_NAME}=x"}},
    ],
    ids=["post", "query", "session"],
)
def test_other_requests_pass(asked):
    site = Site()
    site.get()
    site.get(**asked)

    assert site.made == 2


def test_addresses_hosts_and_methods_are_told_apart():
    site = Site()
    for asked in (
        {},
        {"path": "/e/"},
        {"method": "HEAD"},
        {"headers": {"Host": "other.example"}},
    ):
        site.get(**asked)

    assert site.made == 4


def cookie(body):
    response = HttpResponse(body)
    response.set_cookie("a", "b")
    return response


@pytest.mark.parametrize(
    "make",
    [
        cookie,
        StreamingHttpResponse,
        lambda body: HttpResponse(body, status=404),
        lambda body: HttpResponse(body, headers={"Vary": "Cookie"}),
        lambda body: HttpResponse(body, headers={"Content-Encoding": "gzip"}),
    ],
    ids=["cookie", "stream", "error", "varies", "packed"],
)
def test_what_is_not_the_same_for_all_is_not_kept(make):
    site = Site(make)
    site.get()
    site.get()

    assert site.made == 2


def test_an_answer_without_an_edition_is_not_kept():
    site = Site()
    site.edition = None
    site.get()
    site.get()

    assert site.made == 2


def test_an_answer_of_the_next_edition_ends_the_one_before():
    site = Site()
    site.get("/")
    site.edition = "b"
    assert site.get("/").content == b"a 1 plain"  # within a second the old one is given whole

    assert site.get("/e/").content == b"b 2 plain"
    assert site.get("/").content == b"b 3 plain"
