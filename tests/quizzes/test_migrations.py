"""Rows that an earlier version stored survive the migrations, and survive going back."""

import datetime as dt
from importlib import import_module

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from quizzes.attempts import items_of, mark_of
from quizzes.grade import total
from quizzes.models import Attempt

pytestmark = pytest.mark.django_db(transaction=True)

OWNERS = ("quizzes", "0002_first_quizzes")
LEARNERS = ("quizzes", "0005_attempts_belong_to_learners")
JSON_ANSWERS = ("quizzes", "0008_only_json_answers")
NOVEMBER = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)


def migrate(target):
    """Return the models as they are after the migration."""
    executor = MigrationExecutor(connection)
    executor.migrate([target])
    return executor.loader.project_state([target]).apps


@pytest.fixture(autouse=True)
def _newest_state_afterwards():
    yield
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


def stored_attempt(apps, owner, day, state="open", **fields):
    quiz, _ = apps.get_model("quizzes", "Quiz").objects.get_or_create(
        slug="old", defaults={"title": "Old", "summary": "Old", "kinds": ["term-to-fix"]}
    )
    attempts = apps.get_model("quizzes", "Attempt").objects
    rules = {"right": 1, "wrong": 0, "blank": 0}
    attempt = attempts.create(
        quiz=quiz, owner=owner, seed=7, state=state, rules=rules, edition="e", **fields
    )
    attempts.filter(pk=attempt.pk).update(started=NOVEMBER + dt.timedelta(days=day))
    return attempt


def submitted(score, maximum):
    return {"state": "submitted", "submitted": NOVEMBER, "score": score, "maximum": maximum}


def test_owners_become_learners_and_keep_their_attempts():
    before = migrate(OWNERS)
    first = stored_attempt(before, "a" * 64, 3)
    second = stored_attempt(before, "a" * 64, 2, **submitted(3, 10))
    other = stored_attempt(before, "b" * 64, 5)

    after = migrate(LEARNERS)

    attempts = after.get_model("quizzes", "Attempt").objects
    owners = dict(attempts.values_list("uuid", "learner__key_hash"))
    assert owners == {first.uuid: "a" * 64, second.uuid: "a" * 64, other.uuid: "b" * 64}
    learners = after.get_model("quizzes", "Learner").objects
    days = dict(learners.values_list("key_hash", "created__day"))
    assert days == {"a" * 64: 3, "b" * 64: 6}
    kept = attempts.get(uuid=second.uuid)
    assert (kept.seed, kept.state, kept.score, kept.maximum, kept.edition) == (
        7,
        "submitted",
        3,
        10,
        "e",
    )


def test_learners_become_owners_again():
    before = migrate(OWNERS)
    stored_attempt(before, "a" * 64, 3)
    stored_attempt(before, "b" * 64, 3)
    migrate(LEARNERS)

    again = migrate(OWNERS)

    owners = again.get_model("quizzes", "Attempt").objects.values_list("owner", flat=True)
    assert set(owners) == {"a" * 64, "b" * 64}


OPTIONS = [{"id": "0a1b2c3d", "text": "One"}, {"id": "4e5f6a7b", "text": "Two"}]
SCORING = {
    "key": "0a1b2c3d",
    "why": {"0a1b2c3d": "It is.", "4e5f6a7b": "It is not."},
    "entries": {"0a1b2c3d": "one", "4e5f6a7b": "two"},
}


def stored_item(apps, attempt, position, answer):
    items = apps.get_model("quizzes", "AttemptItem").objects
    body = {"stem": f"Which {position}?", "shown": ["Text"], "options": OPTIONS}
    item = items.create(
        attempt=attempt,
        position=position,
        kind="term-to-fix",
        entry=f"e{position}",
        body=body,
        scoring=SCORING,
    )
    if answer:
        apps.get_model("quizzes", "Response").objects.create(
            item=item, answer=answer, revision=position
        )
    return item


def stored_answers(apps):
    """Two attempts with a right, a wrong and no answer each."""
    for owner, state in (("a" * 64, submitted(1, 3)), ("b" * 64, {})):
        attempt = stored_attempt(apps, owner, 1, **state)
        for position, answer in enumerate(("0a1b2c3d", "4e5f6a7b", ""), start=1):
            stored_item(apps, attempt, position, answer)


def test_answers_become_json_of_their_kind(monkeypatch):
    migration = import_module("quizzes.migrations.0007_answers_become_json")
    monkeypatch.setattr(migration, "BATCH", 2)
    stored_answers(migrate(OWNERS))

    after = migrate(JSON_ANSWERS)

    items = after.get_model("quizzes", "AttemptItem").objects.order_by("pk")
    assert [item.prompt for item in items] == ["Which 1?", "Which 2?", "Which 3?"] * 2
    assert all(item.body == {"shown": ["Text"], "options": OPTIONS} for item in items)
    assert all(item.scoring == {**SCORING, "points": 1} for item in items)
    responses = after.get_model("quizzes", "Response").objects.order_by("pk")
    assert (
        list(responses.values_list("item__position", "answer", "revision"))
        == [
            (1, {"option": "0a1b2c3d"}, 1),
            (2, {"option": "4e5f6a7b"}, 2),
        ]
        * 2
    )
    attempts = after.get_model("quizzes", "Attempt").objects.order_by("pk")
    assert list(attempts.values_list("score", "maximum")) == [(1, 3), (None, None)]


def test_migrated_answers_are_graded_as_before():
    stored_answers(migrate(OWNERS))
    migrate(JSON_ANSWERS)

    for attempt in Attempt.objects.all():
        marks = [mark_of(item) for item in items_of(attempt)]
        assert [mark.points for mark in marks] == [1, 0, 0]
        assert total(marks).maximum == 3


def test_json_answers_become_options_again():
    stored_answers(migrate(OWNERS))
    migrate(JSON_ANSWERS)

    again = migrate(OWNERS)

    items = again.get_model("quizzes", "AttemptItem").objects.order_by("pk")
    assert items[0].body == {"stem": "Which 1?", "shown": ["Text"], "options": OPTIONS}
    assert items[0].scoring == SCORING
    responses = again.get_model("quizzes", "Response").objects.order_by("pk")
    assert list(responses.values_list("answer", flat=True)) == ["0a1b2c3d", "4e5f6a7b"] * 2
    [rules] = again.get_model("quizzes", "Attempt").objects.values_list("rules", flat=True)[:1]
    assert rules == {"right": 1, "wrong": 0, "blank": 0}
