"""Attempts that are started and not stored."""

from uuid import uuid4

import pytest

from quizzes.attempts import keep, submit
from quizzes.models import Attempt, Quiz
from quizzes.pending import next_attempt, next_attempt_of_id
from tests.quizzes.pages import form_of, key

KEY_HASH = "a" * 64


def asked(attempt):
    return [(item.uuid, item.prompt, item.body, item.scoring) for item in attempt.pending]


def test_every_request_makes_the_same_attempt(dictionary, quiz):
    one, same = next_attempt(quiz, KEY_HASH), next_attempt(quiz, KEY_HASH)
    found = next_attempt_of_id(one.uuid, KEY_HASH)

    assert one.uuid == same.uuid == found.uuid
    assert asked(one) == asked(same) == asked(found)
    assert one.edition == "c" * 64
    assert len({item.uuid for item in one.pending}) == 6


def test_attempts_differ_by_learner_quiz_and_attempt_before(dictionary, quiz):
    first = next_attempt(quiz, KEY_HASH)
    of_another = next_attempt(quiz, "b" * 64)
    at_another = next_attempt(Quiz.objects.get(slug="fixes"), KEY_HASH)
    keep(first)
    submit(first)
    second = next_attempt(quiz, KEY_HASH)

    attempts = [first, of_another, at_another, second]
    assert len({attempt.uuid for attempt in attempts}) == 4
    assert len({attempt.seed for attempt in attempts}) == 4


def test_an_attempt_deleted_since_never_gives_a_stored_id_again(dictionary, quiz):
    """Two attempts, the first of them deleted: the third is no copy of the second."""
    for _ in range(2):
        attempt = next_attempt(quiz, KEY_HASH)
        keep(attempt)
        submit(attempt)
    Attempt.objects.earliest("pk").delete()

    assert next_attempt(quiz, KEY_HASH).uuid != attempt.uuid


def test_the_secret_key_decides_ids_and_seed(dictionary, quiz, settings):
    before = next_attempt(quiz, KEY_HASH)
    settings.SECRET_KEY = "another key of the site, as long as keys are"

    after = next_attempt(quiz, KEY_HASH)

    assert (before.uuid, before.seed) != (after.uuid, after.seed)
    assert before.seed not in (after.seed, before.uuid.int)
    assert 0 <= before.seed < 2**62


def test_an_unknown_id_is_nobodys(dictionary, quiz):
    assert next_attempt_of_id(uuid4(), KEY_HASH) is None


def test_without_questions_there_is_no_attempt(quiz):
    assert next_attempt(quiz, KEY_HASH) is None


def test_a_changed_question_has_another_id(dictionary, quiz):
    before = next_attempt(quiz, KEY_HASH)
    Quiz.objects.filter(pk=quiz.pk).update(kinds=["term-to-fix"])

    after = next_attempt_of_id(before.uuid, KEY_HASH)

    assert after.uuid == before.uuid
    both = list(zip(before.pending, after.pending, strict=True))
    same_id = [one.uuid == other.uuid for one, other in both]
    same_question = [
        (one.kind, one.prompt, one.body) == (other.kind, other.prompt, other.body)
        for one, other in both
    ]
    assert same_id == same_question
    assert not all(same_id)


@pytest.mark.django_db
def test_an_answer_to_a_question_that_is_asked_no_more_shows_the_new_ones(client, begun):
    form = {**form_of(client.get(begun)), "option": key(1)}
    Quiz.objects.filter(slug="mixed").update(kinds=["term-to-fix"])

    response = client.post(f"{begun}answer/", form)

    assert response.status_code == 400
    assert "The dictionary may have changed since you started" in response.content.decode()
    assert Attempt.objects.count() == 0
    assert client.get(begun).status_code == 200


def test_finding_an_attempt_asks_once_for_all_quizzes(
    dictionary, quiz, django_assert_max_num_queries
):
    attempt = next_attempt(quiz, KEY_HASH)

    # The quizzes with their last attempts, and the edition: for its hash, and for the bank.
    with django_assert_max_num_queries(3):
        next_attempt_of_id(attempt.uuid, KEY_HASH)
