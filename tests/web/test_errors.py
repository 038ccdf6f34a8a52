"""Error pages of the frame."""

from types import SimpleNamespace

import pytest
from django.test import RequestFactory

from web import errors


@pytest.mark.parametrize(
    ("answer", "status", "text"),
    [
        (errors.bad_request, 400, "could not read this request"),
        (errors.server_error, 500, "Nothing that you sent was kept"),
    ],
)
def test_pages_for_broken_requests_need_neither_request_nor_database(answer, status, text):
    response = answer()

    assert response.status_code == status
    assert text in response.content.decode()


def test_a_refused_request_is_answered_with_a_page():
    response = errors.not_allowed(RequestFactory().post("/"))

    assert response.status_code == 403
    assert b"Not allowed" in response.content


def test_a_missing_page_lists_suggestions():
    near = SimpleNamespace(title="Over <b>", url="/e/over/")

    response = errors.not_found(RequestFactory().get("/e/ovr/"), [near])

    assert response.status_code == 404
    assert '<a href="/e/over/">Over &lt;b&gt;</a>' in response.content.decode()


def test_a_missing_page_without_suggestions_offers_the_lists():
    text = errors.not_found(RequestFactory().get("/x/"), []).content.decode()

    assert "Perhaps you meant" not in text
    assert 'href="/dictionary/"' in text
