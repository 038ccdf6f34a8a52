"""The outcomes of a confirmation part the world."""

import pytest

from content.rules import verdicts
from tests.content.faults import HIGH
from tests.parsed import parsed
from tests.small_content import edited, small_files


def messages(rule, *edits):
    files = small_files()
    for old, new in edits:
        files = edited(files, HIGH, old, new)
    return [problem.message for problem in rule(parsed(files))]


FIRST = ("No rate trains.\n        verdict: excludes", "No rate trains.\n        verdict: confirms")


def test_good_outcomes_are_no_problem():
    assert messages(verdicts.outcomes_of_a_confirmation_differ) == []
    assert messages(verdicts.entries_have_a_check_that_decides) == []
    assert messages(verdicts.outcomes_name_symptoms_of_their_check) == []


def test_outcomes_of_one_verdict_are_a_problem():
    assert messages(verdicts.outcomes_of_a_confirmation_differ, FIRST) == [
        "all outcomes have one verdict, so the check tells nothing"
    ]


def test_an_entry_without_a_check_that_decides_is_a_problem():
    assert messages(verdicts.entries_have_a_check_that_decides, FIRST) == [
        "no check has an outcome that confirms and one that excludes"
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "symptom: loss-diverges\n      - result",
            "symptom: step-is-slow\n      - result",
            "second-check does not reveal step-is-slow",
        ),
        (
            "measure: lr < 2",
            "measure: the loss is low",
            "a bound is written val_loss / train_loss > 1.5",
        ),
    ],
)
def test_outcomes_that_cannot_be_read_are_a_problem(old, new, message):
    rule = verdicts.outcomes_name_symptoms_of_their_check

    assert messages(rule, (old, new)) == [message]
