"""Each request has one id: in the header, on error pages, in the access log and the error log."""

import logging

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import path

from operations import request_id
from operations.observe import observe, view_of

pytestmark = pytest.mark.django_db

SENT = "4f9a2c51d0b84a3e9c7d2b1f6e5a8c30"
logger = logging.getLogger("tests.broken")


def broken(request):
    logger.warning("about to break")
    raise RuntimeError("broken")


urlpatterns = [path("api/broken", broken), path("broken", broken)]
handler500 = "config.errors.server_error"


@pytest.fixture
def broken_site(settings):
    settings.ROOT_URLCONF = "tests.operations.test_observe"
    settings.BEHIND_PROXY = True
    return Client(raise_request_exception=False, headers={"X-Request-ID": SENT})


@pytest.fixture
def ids(caplog):
    """Ids of the records, as a handler of ours would write them."""
    caplog.handler.addFilter(request_id.AddRequestId())
    caplog.set_level(logging.INFO)
    access = logging.getLogger("operations.access")
    level, propagate = access.level, access.propagate
    access.setLevel(logging.INFO)
    access.propagate = True
    yield lambda: {record.name: record.request_id for record in caplog.records}
    access.setLevel(level)
    access.propagate = propagate


def test_answer_names_its_request(client):
    first, second = (client.get("/healthz")["X-Request-ID"] for _ in range(2))

    assert len(first) == len(second) == 32
    assert first != second


def test_page_of_an_error_names_the_request_that_the_logs_name(broken_site, ids):
    response = broken_site.get("/broken")

    assert response.status_code == 500
    assert response["X-Request-ID"] == SENT
    assert f"<code>{SENT}</code>" in response.content.decode()
    assert ids() == {
        "tests.broken": SENT,
        "django.request": SENT,
        "operations.access": SENT,
    }


def test_problem_of_the_api_names_the_request(broken_site):
    response = broken_site.get("/api/broken")

    assert response.json()["request_id"] == response["X-Request-ID"] == SENT


def test_problem_of_a_view_of_the_api_names_the_request(client):
    response = client.get("/api/v1/nothing/")

    assert response.status_code == 404
    assert response.json()["request_id"] == response["X-Request-ID"]


def test_after_the_answer_there_is_no_request():
    observe(lambda request: HttpResponse())(RequestFactory().get("/"))

    assert request_id.current.get() == ""


def test_access_line_has_what_an_operator_asks_for_and_no_query(client, ids, caplog):
    client.get("/healthz?q=private")

    (record,) = (record for record in caplog.records if record.name == "operations.access")
    assert record.getMessage() == "GET /healthz 200"
    assert (record.method, record.path, record.status) == ("GET", "/healthz", 200)
    assert (record.view, record.address) == ("healthz", "127.0.0.1")
    assert record.duration_ms > 0
    assert "private" not in str(record.__dict__)


@pytest.mark.parametrize(
    ("address", "view"),
    [("/healthz", "healthz"), ("/static/site.css", "static"), ("/e/nothing/", "entry")],
)
def test_views_are_few(client, address, view, ids, caplog):
    client.get(address)

    (record,) = (record for record in caplog.records if record.name == "operations.access")
    assert record.view == view


def test_address_that_no_pattern_matches_is_no_view_of_its_own():
    assert view_of(RequestFactory().get("/any/thing")) == "none"
