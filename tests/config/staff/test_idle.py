"""A session of staff that nobody uses ends; one that is used stays until its own end."""

import time

import pytest
from django.contrib.sessions.models import Session

from config.staff.idle import LAST_USED, STEP

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _signed_in(sign_in, anna, settings):
    settings.STAFF_SECOND_FACTOR = False
    settings.STAFF_IDLE_MINUTES = 30
    sign_in()


@pytest.fixture
def used(client):
    """Let the session be used last so many seconds ago."""

    def last_used(seconds):
        client.get("/admin/")
        session = client.session
        session[LAST_USED] = time.time() - seconds
        session.save()

    return last_used


def status(client, page="/admin/"):
    return client.get(page).status_code


def test_a_session_that_was_idle_too_long_is_gone(client, used):
    used(31 * 60)

    assert client.get("/admin/quizzes/quiz/")["Location"].startswith("/admin/login/")
    assert Session.objects.count() == 0
    assert status(client) == 302


def test_nothing_is_stored_by_a_form_that_comes_too_late(client, used, anna):
    used(31 * 60)

    answer = client.post("/admin/auth/user/add/", {"username": "berta"})

    assert answer["Location"].startswith("/admin/login/")
    assert type(anna).objects.count() == 1


def test_use_begins_the_time_anew_and_keeps_the_end(client, used):
    used(29 * 60)
    end = Session.objects.get().expire_date

    assert status(client) == 200

    assert time.time() - client.session[LAST_USED] < 60
    assert abs(Session.objects.get().expire_date - end).total_seconds() < 1


def test_requests_of_one_minute_write_once(client, used):
    used(STEP - 30)
    before = client.session[LAST_USED]

    assert status(client) == 200

    assert client.session[LAST_USED] == before
