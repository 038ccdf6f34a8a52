import datetime as dt

import pytest
from django.db import DatabaseError
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from diagnostics_api.kept import browser, shelf
from diagnostics_api.models import KeptAnswer
from web.leftovers import delete

pytestmark = pytest.mark.django_db


def asked(key="", address="192.0.2.1"):
    request = RequestFactory().get("/diagnose/", REMOTE_ADDR=address)
    if key:
        response = HttpResponse()
        browser.keep_key(response, key)
        request.COOKIES[browser.COOKIE] = response.cookies[browser.COOKIE].value
    return request


def put(key="k", packed=b"answer", address="192.0.2.1"):
    return shelf.put(asked(key, address), packed, key)


def passed(answer, **time):
    """Let time go by for an answer."""
    moved = dt.timedelta(**time)
    KeptAnswer.objects.filter(pk=answer.pk).update(
        made=answer.made - moved,
        expires=answer.expires - moved,
    )


def kept():
    return set(KeptAnswer.objects.values_list("pk", flat=True))


def test_only_the_browser_that_asked_opens_an_answer():
    answer = put("k")

    assert shelf.find_own(asked("k"), answer.address) == answer
    assert shelf.find_own(asked("other"), answer.address) is None
    assert shelf.find_own(asked(), answer.address) is None
    assert shelf.find_own(asked("k"), "nowhere") is None


def test_an_answer_is_there_for_an_hour():
    answer = put()
    passed(answer, minutes=59)
    assert shelf.find_own(asked("k"), answer.address)

    passed(answer, minutes=61)
    assert shelf.find_own(asked("k"), answer.address) is None


def test_neither_key_nor_network_address_is_stored():
    answer = put("secret")

    assert "secret" not in answer.key_hash
    assert len(answer.key_hash) == len(answer.client) == 64
    assert answer.client == put("other").client
    assert answer.client != put(address="192.0.2.2").client


def test_addresses_differ():
    assert len({put().address for _ in range(20)}) == 20


def test_the_oldest_answers_of_an_address_make_room(monkeypatch):
    monkeypatch.setattr(shelf, "MOST_ANSWERS", 2)
    elsewhere = put(address="192.0.2.2")
    answers = [put(f"k{number}") for number in range(4)]

    assert kept() == {elsewhere.pk, answers[2].pk, answers[3].pk}


def test_large_answers_of_an_address_make_room_earlier(monkeypatch):
    monkeypatch.setattr(shelf, "MOST_BYTES_OF_CLIENT", 10)
    first, second, third = (put(packed=b"12345") for _ in range(3))
    assert kept() == {second.pk, third.pk}
    assert first.pk not in kept()

    last = put(packed=b"1234567890")
    assert kept() == {last.pk}


def test_an_answer_above_the_bound_is_not_kept(monkeypatch):
    monkeypatch.setattr(shelf, "MOST_BYTES", 5)

    assert put(packed=b"123456") is None
    assert put(packed=b"12345") is not None


def test_expired_answers_go_when_a_new_one_comes():
    old = put("a")
    passed(old, minutes=61)
    new = put("b")

    assert kept() == {new.pk}


def test_what_has_expired_is_left_over():
    old, new = put("a"), put("b")
    passed(old, minutes=61)

    [leftover] = shelf.leftovers(timezone.now())

    assert delete(leftover) == 1
    assert kept() == {new.pk}


def test_a_database_that_takes_nothing_costs_no_answer(monkeypatch, caplog):
    def refuse(*arguments, **options):
        raise DatabaseError("attempt to write a readonly database")

    monkeypatch.setattr(KeptAnswer, "save", refuse)

    assert put() is None
    assert "an answer is not kept: attempt to write" in caplog.text
