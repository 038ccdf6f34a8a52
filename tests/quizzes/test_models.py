import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from quizzes.models import Attempt, AttemptItem, Quiz, Response

pytestmark = pytest.mark.django_db


def attempt_of(quiz, **fields):
    return Attempt.objects.create(
        **{"quiz": quiz, "owner": "a" * 64, "seed": 1, "rules": {}, "edition": "", **fields}
    )


def item_of(attempt, position=1, entry="nan-loss"):
    return AttemptItem.objects.create(
        attempt=attempt, position=position, kind="k", entry=entry, body={}, scoring={}
    )


def submitted(**fields):
    return {"state": "submitted", "submitted": timezone.now(), "score": 3, "maximum": 10, **fields}


def refused(make):
    with pytest.raises(IntegrityError), transaction.atomic():
        make()


def test_one_open_attempt_per_owner_and_quiz(quiz):
    attempt_of(quiz)
    refused(lambda: attempt_of(quiz))
    attempt_of(quiz, owner="b" * 64)
    attempt_of(Quiz.objects.get(slug="fixes"))
    attempt_of(quiz, **submitted())
    attempt_of(quiz, **submitted())
    assert Attempt.objects.count() == 5


@pytest.mark.parametrize(
    "fields",
    [
        {"score": 1, "maximum": 2},
        {"submitted": timezone.now()},
        submitted(score=None),
        submitted(submitted=None),
        submitted(maximum=None),
        submitted(score=11),
        {"state": "lost"},
    ],
)
def test_an_attempt_is_submitted_if_and_only_if_it_is_scored(quiz, fields):
    refused(lambda: attempt_of(quiz, **fields))


def test_an_attempt_has_one_item_per_position_and_entry(quiz):
    attempt = attempt_of(quiz)
    item_of(attempt)
    refused(lambda: item_of(attempt, entry="other"))
    refused(lambda: item_of(attempt, position=2))
    assert str(item_of(attempt, position=2, entry="other")) == "2: k"


def test_an_item_has_one_response(quiz):
    item = item_of(attempt_of(quiz))
    response = Response.objects.create(item=item, answer="abc")
    assert str(response) == "abc (revision 1)"
    refused(lambda: Response.objects.create(item=item, answer="def"))
    refused(lambda: Response.objects.filter(item=item).update(revision=0))


def test_the_first_quizzes_are_there():
    assert [quiz.slug for quiz in Quiz.objects.all()] == [
        "mixed",
        "symptoms",
        "definitions",
        "fixes",
    ]
