"""The edition in force, once per request."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from dictionary.editions import attach_edition, edition_in_force
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_edition_loaded_last_is_in_force():
    factories.EditionFactory(name="2026.10")
    last = factories.EditionFactory(name="2026.11")

    assert edition_in_force() == last


def test_without_content_no_edition_is_in_force():
    assert edition_in_force() is None


def test_a_request_asks_for_the_edition_once(django_assert_num_queries):
    edition = factories.EditionFactory()
    asked = []

    def answer(request):
        asked.extend([request.edition(), request.edition()])
        return HttpResponse()

    with django_assert_num_queries(1):
        attach_edition(answer)(RequestFactory().get("/"))

    assert asked == [edition, edition]


def test_a_request_that_needs_no_edition_asks_for_none(django_assert_num_queries):
    with django_assert_num_queries(0):
        attach_edition(lambda request: HttpResponse())(RequestFactory().get("/"))


def test_two_requests_see_an_edition_that_was_loaded_in_between():
    seen = []
    answer = attach_edition(lambda request: seen.append(request.edition()))

    answer(RequestFactory().get("/"))
    factories.EditionFactory(name="2026.12")
    answer(RequestFactory().get("/"))

    assert [edition and edition.name for edition in seen] == [None, "2026.12"]
