"""Tables and lines about judgements made by hand."""

import pytest

from benchmarks.format_judge import judge
from benchmarks.format_report import READING, VERDICT, misses, table
from tests.benchmarks.test_format_judge import CURVES, PUBLISHED, answer, failure, row


def judged(*pairs):
    return [judge(asked, given, PUBLISHED) for asked, given in pairs]


@pytest.fixture
def mixed():
    setting = [("batch_size", "8")]
    return judged(
        (row(settings=setting), answer("healthy", config={"batch_size": 8.0})),
        (row(settings=setting), failure("nan-loss", "overfitting", counts={"val_loss": {12, 40}})),
        (row("overfitting", series=()), answer("healthy", counts={}, config={"depth": 3})),
    )


def test_table_counts_each_column(mixed):
    _, line = table({"golden": mixed}).splitlines()

    shares = "3 3 (100.0%) 2 (66.7%) 1 of 2 1 (33.3%) 1 (33.3%) 1 of 2 1"
    assert line.split() == ["golden", *shares.split()]


def test_line_names_what_is_missing_and_what_leads(mixed):
    right, wrong = mixed[:2]

    assert misses([right]) == []
    assert misses([wrong]) == [
        "a.log: a log read as console, expected train_loss:40,val_loss:40, missing train_loss:40, "
        "found val_loss:12/40; batch_size=8 read as None; "
        "verdict failure, label healthy, reported nan-loss, first nan-loss,overfitting"
    ]


def test_kind_chooses_the_faults(mixed):
    assert "verdict" not in misses(mixed, READING)[0]
    assert [line.split(",")[0] for line in misses(mixed, VERDICT)] == [
        "a.log: verdict failure",
        "a.log: verdict healthy",
    ]


def test_row_that_is_not_read_says_so():
    (unread,) = judged((row(), answer("healthy", counts={"loss": CURVES["val_loss"]})))

    assert misses([unread], VERDICT)[0].startswith("a.log: not read: verdict healthy")
