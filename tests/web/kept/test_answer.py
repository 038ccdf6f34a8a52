"""A kept answer goes out in the encoding that the client takes, or as 304."""

import gzip

import brotli
import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from web.kept.answer import KeptAnswer, encodings_in, varies_with

PAGE = b"<p>a page of the dictionary</p>" * 40
TAG = '"abc"'
CHANGED = "Sat, 28 Nov 2026 12:30:00 GMT"


def asked(**headers):
    return RequestFactory().get("/e/nan-loss/", headers=headers)


def kept(body=PAGE, **headers):
    response = HttpResponse(body, headers={"ETag": TAG, "Last-Modified": CHANGED, **headers})
    return KeptAnswer.of(asked(), response)


@pytest.mark.parametrize(
    ("accepted", "encoding", "unpacked"),
    [
        ("", None, bytes),
        ("gzip", "gzip", gzip.decompress),
        ("gzip, deflate, br, zstd", "br", brotli.decompress),
        ("br;q=0, gzip;q=0.5", "gzip", gzip.decompress),
        ("identity", None, bytes),
    ],
)
def test_the_best_encoding_that_the_client_takes(accepted, encoding, unpacked):
    response = kept().to(asked(accept_encoding=accepted))

    assert response.headers.get("Content-Encoding") == encoding
    assert unpacked(response.content) == PAGE
    assert response.headers["Content-Length"] == str(len(response.content))
    assert response.headers["Vary"] == "Accept-Encoding"


def test_each_encoding_is_packed_once():
    answer = kept()

    first = answer.to(asked(accept_encoding="br")).content
    assert answer.to(asked(accept_encoding="br")).content is first
    assert set(answer.bodies) == {"identity", "br"}
    assert answer.size == len(PAGE) + len(first)


def test_a_short_answer_is_not_packed():
    assert "Content-Encoding" not in kept(b"short").to(asked(accept_encoding="br")).headers


@pytest.mark.parametrize("tag", [TAG, 'W/"abc"', '"x", W/"abc"', "*"])
@pytest.mark.parametrize("accepted", ["", "gzip", "br"])
def test_what_the_client_has_is_not_sent_again(tag, accepted):
    response = kept().to(asked(if_none_match=tag, accept_encoding=accepted))

    assert (response.status_code, response.content) == (304, b"")
    assert response.headers["ETag"].removeprefix("W/") == TAG


@pytest.mark.parametrize(
    "headers",
    [{"if_none_match": '"old"'}, {"if_modified_since": "Fri, 27 Nov 2026 12:30:00 GMT"}],
)
def test_an_old_page_is_replaced(headers):
    assert kept().to(asked(**headers)).status_code == 200


def test_a_client_that_has_the_edition_gets_304():
    assert kept().to(asked(if_modified_since=CHANGED)).status_code == 304


def test_a_change_of_one_answer_is_none_of_the_next():
    answer = kept()
    answer.to(asked()).headers["X-Request-ID"] = "1"

    assert "X-Request-ID" not in answer.to(asked()).headers


@pytest.mark.parametrize(
    ("header", "expected"),
    [("gzip", {"gzip"}), ("BR ; q=1", {"br"}), ("gzip;q=0", set()), ("gzip; q = 0.0", set())],
)
def test_encodings_of_a_header(header, expected):
    assert encodings_in(header) == expected


def test_what_an_answer_varies_with():
    response = HttpResponse(headers={"Vary": "origin, Accept-Encoding, Accept"})

    assert varies_with(response) == ("accept", "origin")
    assert varies_with(HttpResponse()) == ()
