"""Rows that an earlier version stored survive the migrations, and survive going back."""

import datetime as dt

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

pytestmark = pytest.mark.django_db(transaction=True)

OWNERS = ("quizzes", "0002_first_quizzes")
LEARNERS = ("quizzes", "0005_attempts_belong_to_learners")
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
    attempt = attempts.create(quiz=quiz, owner=owner, seed=7, state=state, rules=rules, edition="e", **fields)
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
