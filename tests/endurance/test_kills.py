"""The trial by kills in short, and that it would find a loss. The long one: see kills.py."""

import os
import subprocess
import sys

import pytest

from quizzes.attempts import answer, items_of, start, submit
from quizzes.models import Attempt, Quiz, Response
from tests.endurance.kills import lost_of
from tests.endurance.learner import Memory
from tests.endurance.server import ROOT
from tests.quizzes.conftest import stored_dictionary, stored_quizzes


def test_nothing_acknowledged_is_lost_by_kills():
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    trial = subprocess.run(
        [sys.executable, "-m", "tests.endurance.kills", "--kills", "2", "--seed", "2"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )

    assert trial.returncode == 0, trial.stdout + trial.stderr
    assert "kills: 2\n" in trial.stdout
    assert trial.stdout.endswith("answers that were errors: 0\nintegrity: ok\nlost: 0\n")


@pytest.fixture
def told(db):
    """What somebody remembers who answered a question and handed the quiz in."""
    stored_quizzes()
    stored_dictionary()
    attempt = start(Quiz.objects.get(slug="mixed"), "a" * 64)
    item = items_of(attempt)[0]
    answer(item, {"option": item.scoring["key"]}, 0)
    submit(attempt)
    uuid = str(item.uuid)
    return Memory({uuid: item.scoring["key"]}, {uuid: []}, {str(attempt.uuid)})


def test_what_was_acknowledged_is_found(told):
    assert lost_of(told) == []


def test_an_answer_sent_since_may_be_stored(told):
    [item] = told.answers
    stored = told.answers[item]
    told.answers[item], told.sent[item] = "other", [stored]

    assert lost_of(told) == []


def test_a_lost_answer_is_told(told):
    Response.objects.all().delete()

    [answer_lost, score] = lost_of(told)

    assert answer_lost.startswith("answer to ")
    assert "None is stored" in answer_lost
    assert score.startswith("submission of ")


def test_another_answer_is_told(told):
    Response.objects.update(answer={"option": "other"})

    assert "other is stored" in lost_of(told)[0]


def test_a_lost_submission_is_told(told):
    Attempt.objects.update(state="open", submitted=None, score=None, maximum=None)

    assert [line.partition(": ")[2] for line in lost_of(told)] == ["open, None"]


def test_a_lost_attempt_is_told(told):
    Attempt.objects.all().delete()

    assert lost_of(told)[-1] == "a submitted attempt is gone"
