from dataclasses import replace

import pytest

from benchmarks.peers.report import misses, rules, table
from tests.benchmarks.peers.test_measure import FAULTY, HEALTHY, row


def test_table_holds_shares_alarms_and_time():
    _, line = table([row()]).splitlines()

    assert line.split() == [
        *("doctor", "1,", "epoch", "table"),
        *("25.0%", "50.0%", "50.0%", "0.0%", "50.0%", "1", "2.0"),
    ]


def test_the_best_row_is_first():
    better = replace(row(), system="best", every=replace(row().every, first=1.0))

    assert [line.split()[0] for line in table([row(), better]).splitlines()[1:]] == [
        "best",
        "doctor",
    ]


@pytest.mark.parametrize(("only_published", "first"), [(False, "25.0%"), (True, "33.3%")])
def test_table_of_published_failures(only_published, first):
    assert first in table([row()], only_published)


def test_rules_are_listed_with_their_counts():
    assert rules(row()).splitlines()[1].split("right") == [
        f"  {'diverged':<36}",
        " on 2 of 2 faulty runs, fired on 1 healthy",
    ]


def test_misses_name_the_label_the_answer_and_the_alarm():
    lines = misses(row(), [*FAULTY, *HEALTHY]).splitlines()

    assert lines[1:] == [
        "  3: nan-loss: loss-plateau",
        "  4: loss-divergence: ValueError: short",
        "  h1: healthy, reported diverged",
    ]
