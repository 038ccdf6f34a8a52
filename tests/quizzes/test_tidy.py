"""What nobody can come back to goes; what somebody may still open stays."""

import datetime as dt

import pytest
from django.utils import timezone

from quizzes import tidy
from quizzes.attempts import answer, items_of, keep, start, submit
from quizzes.models import Attempt, Learner
from tests.quizzes.conftest import stored_dictionary
from web import leftovers

NOW = timezone.now()


@pytest.fixture
def make(quiz):
    stored_dictionary()

    def made(name, days, answered=True, submitted=False):
        attempt = start(quiz, name * 64)
        keep(attempt)
        if answered:
            item = items_of(attempt)[0]
            answer(item, {"option": item.body["options"][0]["id"]}, 0)
        if submitted:
            submit(attempt)
        Attempt.objects.filter(pk=attempt.pk).update(started=NOW - dt.timedelta(days=days))
        Learner.objects.filter(pk=attempt.learner_id).update(created=NOW - dt.timedelta(days=days))
        return attempt

    return made


def tidied(**limits):
    return [leftovers.delete(leftover) for leftover in tidy.leftovers(NOW, **limits)]


def kept():
    return set(Attempt.objects.values_list("pk", flat=True))


def test_attempts_without_an_answer_go_after_a_day(make):
    make("a", days=2, answered=False)
    stays = [
        make("b", days=0, answered=False),
        make("c", days=2),
        make("d", days=2, answered=False, submitted=True),
    ]

    assert tidied() == [1, 0]
    assert kept() == {attempt.pk for attempt in stays}


def test_learners_go_when_their_cookie_is_void(make):
    make("a", days=181)
    make("b", days=181, submitted=True)
    stays = make("c", days=179, submitted=True)

    assert tidied() == [0, 2]
    assert kept() == {stays.pk}
    assert Learner.objects.get() == stays.learner


def test_a_learner_who_came_back_keeps_everything(make):
    old = make("a", days=400, submitted=True)
    new = make("a", days=1)

    assert tidied() == [0, 0]
    assert kept() == {old.pk, new.pk}


def test_a_learner_without_attempts_goes_too(make):
    make("a", days=181, answered=False)

    assert tidied() == [1, 1]
    assert Learner.objects.count() == 0


def test_batches_delete_everything(make, monkeypatch):
    monkeypatch.setattr(leftovers, "BATCH", 2)
    for name in "abcde":
        make(name, days=2, answered=False)

    assert tidied() == [5, 0]
    assert kept() == set()


def test_limits_can_be_set(make):
    make("a", days=31)

    assert tidied(days=30) == [0, 1]
