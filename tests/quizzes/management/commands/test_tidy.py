import datetime as dt
from io import StringIO

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.utils import timezone

from quizzes.attempts import keep, start
from quizzes.models import Attempt
from tests.quizzes.conftest import stored_dictionary


@pytest.fixture
def _leftovers(quiz):
    stored_dictionary()
    keep(start(quiz, "a" * 64))
    Attempt.objects.update(started=timezone.now() - dt.timedelta(days=2))
    expired = SessionStore()
    expired.set_expiry(-1)
    expired.save()
    SessionStore().save()


def run(*arguments):
    out = StringIO()
    call_command("tidy", *arguments, stdout=out)
    return out.getvalue().splitlines()


@pytest.mark.usefixtures("_leftovers")
def test_a_dry_run_counts_and_deletes_nothing():
    assert run("--dry-run") == [
        "1 attempts without an answer would be deleted.",
        "0 learners whose cookie is void, with their attempts would be deleted.",
        "0 expired answers of diagnoses would be deleted.",
        "1 expired sessions would be deleted.",
    ]
    assert (Attempt.objects.count(), Session.objects.count()) == (1, 2)


@pytest.mark.usefixtures("_leftovers")
def test_what_is_left_over_is_deleted():
    assert run() == [
        "1 attempts without an answer deleted.",
        "0 learners whose cookie is void, with their attempts deleted.",
        "0 expired answers of diagnoses deleted.",
        "1 expired sessions deleted.",
    ]
    assert (Attempt.objects.count(), Session.objects.count()) == (0, 1)


@pytest.mark.parametrize("option", ["--days", "--unanswered-days"])
def test_nothing_of_today_is_deleted(option):
    with pytest.raises(CommandError, match="must be 1 or more"):
        run(option, "0")
