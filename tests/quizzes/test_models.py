import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from quizzes.models import Attempt, AttemptItem, Learner, Quiz, Response

pytestmark = pytest.mark.django_db


def learner(letter="a"):
    return Learner.objects.get_or_create(key_hash=letter * 64)[0]


def attempt_of(quiz, **fields):
    record = {"quiz": quiz, "learner": learner(), "seed": 1, "edition": ""}
    return Attempt.objects.create(**{**record, **fields})


def item_of(attempt, position=1, entry="nan-loss"):
    return AttemptItem.objects.create(
        attempt=attempt,
        position=position,
        kind="k",
        entry=entry,
        prompt="Which?",
        body={},
        scoring={},
    )


def submitted(**fields):
    return {"state": "submitted", "submitted": timezone.now(), "score": 3, "maximum": 10, **fields}


def refused(make):
    with pytest.raises(IntegrityError), transaction.atomic():
        make()


def test_a_learner_has_one_open_attempt_per_quiz(quiz):
    attempt_of(quiz)
    refused(lambda: attempt_of(quiz))
    attempt_of(quiz, learner=learner("b"))
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
        submitted(score=-1),
        {"state": "lost"},
    ],
)
def test_an_attempt_is_submitted_if_and_only_if_it_is_scored(quiz, fields):
    refused(lambda: attempt_of(quiz, **fields))


def test_a_key_belongs_to_one_learner():
    Learner.objects.create(key_hash="c" * 64)

    refused(lambda: Learner.objects.create(key_hash="c" * 64))


def test_an_attempt_has_one_item_per_position(quiz):
    attempt = attempt_of(quiz)
    item_of(attempt)

    refused(lambda: item_of(attempt, entry="other"))

    assert str(item_of(attempt, position=2, entry="other")) == "2: k"


def test_an_attempt_may_ask_twice_for_an_entry(quiz):
    attempt = attempt_of(quiz)
    item_of(attempt)
    item_of(attempt, position=2)
    assert attempt.items.count() == 2


def test_an_item_has_one_response(quiz):
    item = item_of(attempt_of(quiz))
    response = Response.objects.create(item=item, answer={"option": "abc"})
    assert str(response) == f"{item.pk} (revision 1)"
    refused(lambda: Response.objects.create(item=item, answer={"option": "def"}))
    refused(lambda: Response.objects.filter(item=item).update(revision=0))


@pytest.mark.parametrize(
    "answer", [{"order": [3, 1, 2]}, {"value": 10.82, "text": "10,82"}, {"text": "é €"}]
)
def test_an_answer_is_any_json_object(quiz, answer):
    Response.objects.create(item=item_of(attempt_of(quiz)), answer=answer)
    assert Response.objects.get().answer == answer


@pytest.mark.parametrize(
    ("score", "maximum", "text"),
    [(3, 10, "3 of 10"), (7.5, 10, "7.5 of 10"), (2 / 3, 1, "0.67 of 1")],
)
def test_a_score_is_written_without_needless_digits(quiz, score, maximum, text):
    attempt = attempt_of(quiz, **submitted(score=score, maximum=maximum))
    attempt.refresh_from_db()
    assert attempt.result == text


def test_an_open_attempt_has_no_result(quiz):
    assert attempt_of(quiz).result == ""
