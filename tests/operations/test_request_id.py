"""An id of the proxy is believed only behind one, and only if it can be no more than an id."""

import logging
import re

import pytest
from django.test import RequestFactory

from operations import request_id
from operations.request_id import AddRequestId, request_id_of

SENT = "4f9a2c51d0b84a3e9c7d2b1f6e5a8c30"


def request(sent):
    return RequestFactory().get("/", headers={"X-Request-ID": sent})


@pytest.mark.parametrize("sent", [SENT, "req-2026.12_01", "a" * 64])
def test_id_of_a_proxy_is_kept(sent):
    assert request_id_of(request(sent), behind_proxy=True) == sent


@pytest.mark.parametrize(
    ("sent", "behind_proxy"),
    [
        (SENT, False),
        ("", True),
        ("short", True),
        ("a" * 65, True),
        ("-starts-with-a-dash", True),
        ("two words here", True),
        ('quoted"}\n{"level": "ERROR"', True),
        ("ünïcödé-ïd", True),
        (f"{SENT}, {SENT}", True),
    ],
)
def test_any_other_is_replaced(sent, behind_proxy):
    given = request_id_of(request(sent), behind_proxy)

    assert re.fullmatch(r"[0-9a-f]{32}", given)
    assert given != sent


def test_every_request_has_another():
    ids = {request_id_of(request(""), behind_proxy=True) for _ in range(100)}

    assert len(ids) == 100


def test_records_know_the_request_that_is_being_answered():
    record = logging.LogRecord("x", logging.INFO, __file__, 1, "said", (), None)
    token = request_id.current.set(SENT)
    try:
        AddRequestId().filter(record)
    finally:
        request_id.current.reset(token)

    assert record.request_id == SENT
