import pytest
from django.db import OperationalError

from quizzes import attempts
from quizzes.bank import published_bank
from quizzes.grade import total
from quizzes.make import make_quiz
from quizzes.models import Attempt, Learner, Quiz, Response
from tests.quizzes.conftest import stored_dictionary
from tests.shared_database import moved_to_file
from tests.threads import in_threads

KEY_HASH = "a" * 64


@pytest.fixture
def attempt(dictionary, quiz):
    return attempts.start(quiz, KEY_HASH)


def first(attempt):
    return attempts.items_of(attempt)[0]


def right_answer(item):
    return {"option": item.scoring["key"]}


def wrong_answer(item):
    ids = [option["id"] for option in item.body["options"]]
    return {"option": next(name for name in ids if name != item.scoring["key"])}


def test_an_attempt_holds_what_its_seed_makes(attempt, quiz):
    made = make_quiz(published_bank(), quiz.kinds, attempt.seed)
    items = list(attempts.items_of(attempt))
    assert [item.entry for item in items] == [item.entry for item in made]
    assert [item.position for item in items] == [1, 2, 3, 4, 5, 6]
    assert items[0].body["options"] == made[0].question.body["options"]
    assert items[0].scoring == made[0].question.scoring
    assert items[0].prompt == made[0].question.prompt
    assert attempt.edition == "c" * 64


def test_a_second_start_finds_the_open_attempt(attempt, quiz):
    assert attempts.start(quiz, KEY_HASH).uuid == attempt.uuid
    assert attempts.start(quiz, "b" * 64).uuid != attempt.uuid
    attempts.keep(attempt)
    assert attempts.start(quiz, KEY_HASH) == attempt
    attempts.submit(attempt)
    again = attempts.start(quiz, KEY_HASH)
    assert again.uuid != attempt.uuid
    attempts.keep(again)
    assert again.learner == attempt.learner


def test_a_start_stores_nothing(attempt):
    assert attempts.is_pending(attempt)
    assert Learner.objects.count() == Attempt.objects.count() == 0


def test_the_first_answer_stores_the_attempt_as_it_was_shown(attempt):
    shown = [(item.uuid, item.prompt, item.body) for item in attempts.items_of(attempt)]

    attempts.answer(first(attempt), {"option": "one"}, 0)

    stored = Attempt.objects.get()
    assert (stored.uuid, stored.learner.key_hash) == (attempt.uuid, KEY_HASH)
    assert [(item.uuid, item.prompt, item.body) for item in attempts.items_of(stored)] == shown
    assert [attempts.given(item) for item in attempts.items_of(stored)][:2] == [
        {"option": "one"},
        None,
    ]


def test_an_answer_that_cannot_be_stored_leaves_no_attempt(attempt, monkeypatch):
    def full(*args):
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(attempts, "_stored", full)
    with pytest.raises(OperationalError):
        attempts.answer(first(attempt), {"option": "one"}, 0)
    assert Learner.objects.count() == Attempt.objects.count() == 0


def test_an_attempt_that_another_request_stored_is_found_and_answered(attempt, quiz):
    other = attempts.start(quiz, KEY_HASH)
    attempts.answer(attempts.items_of(other)[1], {"option": "one"}, 0)

    assert attempts.answer(first(attempt), {"option": "two"}, 0) == attempts.Answered(1)
    assert attempt == other
    assert Response.objects.count() == 2


def test_an_answer_to_a_question_of_another_edition_is_not_stored(attempt, quiz):
    other = attempts.start(quiz, KEY_HASH)
    other.pending = other.pending[1:]
    attempts.keep(other)

    with pytest.raises(attempts.ChangedError):
        attempts.answer(first(attempt), {"option": "one"}, 0)
    assert Response.objects.count() == 0


@pytest.mark.parametrize("key_hash", ["b" * 64, ""])
def test_an_attempt_is_found_by_its_learner_alone(attempt, key_hash):
    assert attempts.find(attempt.uuid, KEY_HASH).uuid == attempt.uuid
    assert attempts.find(attempt.uuid, key_hash) is None
    attempts.keep(attempt)
    assert attempts.find(attempt.uuid, KEY_HASH) == attempt
    assert attempts.find(attempt.uuid, key_hash) is None


def test_too_few_entries_make_no_attempt(quiz):
    with pytest.raises(attempts.CannotMakeError):
        attempts.start(quiz, KEY_HASH)
    assert Attempt.objects.count() == 0


def test_an_answer_is_stored_and_changed(attempt):
    item = first(attempt)
    assert attempts.answer(item, {"option": "one"}, 0) == attempts.Answered(1)
    assert attempts.answer(item, {"option": "two"}, 1) == attempts.Answered(2)
    assert attempts.given(first(attempt)) == {"option": "two"}
    assert attempts.revision_of(first(attempt)) == 2


@pytest.mark.parametrize("revision", [0, 2, 7])
def test_a_stale_answer_is_not_stored(attempt, revision):
    item = first(attempt)
    attempts.answer(item, {"option": "one"}, 0)
    assert attempts.answer(item, {"option": "two"}, revision) == attempts.Answered(1, stale=True)
    assert attempts.given(first(attempt)) == {"option": "one"}


def test_the_same_answer_twice_is_no_conflict(attempt):
    item = first(attempt)
    attempts.answer(item, {"option": "one"}, 0)
    assert attempts.answer(item, {"option": "one"}, 0) == attempts.Answered(1)


def test_a_revision_of_a_question_without_an_answer_is_stale(attempt):
    assert attempts.answer(first(attempt), {"option": "one"}, 999999) == attempts.Answered(
        0, stale=True
    )
    assert Response.objects.count() == 0


def test_answers_are_final_after_submission(attempt):
    item = first(attempt)
    attempts.submit(attempt)
    with pytest.raises(attempts.SubmittedError):
        attempts.answer(item, right_answer(item), 0)
    assert Response.objects.count() == 0


def test_the_score_is_that_of_the_pure_function(attempt):
    items = list(attempts.items_of(attempt))
    attempts.answer(items[0], right_answer(items[0]), 0)
    attempts.answer(items[1], wrong_answer(items[1]), 0)
    assert attempts.submit(attempt)
    attempt.refresh_from_db()
    again = total([attempts.mark_of(item) for item in attempts.items_of(attempt)])
    assert (attempt.score, attempt.maximum) == (again.score, again.maximum) == (1, 6)


def test_a_second_submission_changes_nothing(attempt):
    attempts.submit(attempt)
    attempt.refresh_from_db()
    when = attempt.submitted
    assert not attempts.submit(attempt)
    attempt.refresh_from_db()
    assert attempt.submitted == when


@pytest.fixture
def shared_by_threads(transactional_db, tmp_path):
    """Moves what the test has stored to a file for SQLite, so that every thread can connect."""
    with moved_to_file(tmp_path) as move:
        yield move


def test_of_two_submissions_at_once_one_scores(shared_by_threads):
    stored_dictionary()
    quiz = Quiz.objects.create(
        slug="race", title="Race", summary="Race", kinds=["symptoms-to-term"]
    )
    attempt = attempts.start(quiz, KEY_HASH)
    attempts.keep(attempt)
    shared_by_threads()
    assert sorted(in_threads(2, lambda: attempts.submit(attempt))) == [False, True]
    [(state, score)] = in_threads(1, lambda: Attempt.objects.values_list("state", "score").get())
    assert (state, score) == ("submitted", 0)


def test_of_two_first_answers_at_once_one_makes_the_attempt(shared_by_threads):
    stored_dictionary()
    quiz = Quiz.objects.create(
        slug="race", title="Race", summary="Race", kinds=["symptoms-to-term"]
    )
    positions = [0, 1]
    shared_by_threads()

    def answered():
        attempt = attempts.start(quiz, KEY_HASH)
        item = attempts.items_of(attempt)[positions.pop()]
        attempts.answer(item, {"option": "one"}, 0)
        return attempt.pk

    one, other = in_threads(2, answered)
    assert one == other
    counts = [model.objects.count for model in (Learner, Attempt, Response)]
    assert [in_threads(1, count) for count in counts] == [[1], [1], [2]]


def test_of_two_answers_at_once_one_is_stale(shared_by_threads):
    stored_dictionary()
    quiz = Quiz.objects.create(
        slug="race", title="Race", summary="Race", kinds=["symptoms-to-term"]
    )
    attempt = attempts.start(quiz, KEY_HASH)
    attempts.keep(attempt)
    item = first(attempt)
    sent = [{"option": option["id"]} for option in item.body["options"]]
    shared_by_threads()
    answers = in_threads(2, lambda: attempts.answer(item, sent.pop(), 0))
    assert sorted(answer.stale for answer in answers) == [False, True]
    assert {answer.revision for answer in answers} == {1}


def test_the_loser_of_a_race_for_submission_changes_nothing(attempt, monkeypatch):
    """The other request submits between this one's look at the attempt and its write."""

    def submit_meanwhile(*args):
        Attempt.objects.filter(pk=attempt.pk).update(
            state="submitted", submitted="2026-11-22T10:00:00Z", score=5, maximum=6
        )
        return total(*args)

    attempts.keep(attempt)
    monkeypatch.setattr(attempts, "total", submit_meanwhile)
    assert not attempts.submit(attempt)
    attempt.refresh_from_db()
    assert attempt.score == 5
