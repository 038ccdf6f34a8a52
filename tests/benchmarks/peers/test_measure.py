import pytest

from benchmarks.peers.judge import Answer, Fired
from benchmarks.peers.measure import RuleCount, Shares, System, measured, rule_counts
from benchmarks.scores import Prediction
from tests.benchmarks.peers.fakes import healthy, run

SYSTEM = System("doctor", "1", "MIT", "epoch table")


def answer(item, *fired, milliseconds=1.0, failure=""):
    rules = tuple(Fired(*each) for each in fired)
    ranked = tuple(slug for each in rules for slug in each.slugs)
    reported = tuple(each.rule for each in rules if each.is_reported)
    prediction = Prediction(item, ranked, reported, 0.0)
    return Answer(prediction, rules, milliseconds, failure)


DIVERGED = ("diverged", ("loss-divergence",), True)
NOTE = ("diverged", ("loss-divergence",), False)
PLATEAU = ("flat", ("loss-plateau",), True)
FAULTY = [
    answer(run("1"), DIVERGED, milliseconds=1.0),
    answer(run("2"), PLATEAU, DIVERGED, milliseconds=9.0),
    answer(run("3", "nan-loss"), PLATEAU, milliseconds=2.0),
    answer(run("4"), milliseconds=0.0, failure="ValueError: short"),
]
HEALTHY = [answer(healthy(), milliseconds=2.0), answer(healthy(), DIVERGED, milliseconds=2.0)]


def row():
    return measured(SYSTEM, [*FAULTY, *HEALTHY], frozenset({"loss-divergence"}), "2026-11-30")


def test_shares_count_faulty_runs():
    assert row().every == Shares(runs=4, first=0.25, top3=0.5, strict=0.5, reported=0.0)


def test_published_failures_are_counted_apart():
    assert row().published.runs == 3
    assert row().published.first == pytest.approx(1 / 3, abs=1e-4)


def test_alarms_count_healthy_runs():
    assert (row().alarms, row().healthy) == (1, 2)


def test_a_run_without_an_answer_counts_as_missed_and_has_no_time():
    assert (row().unanswered, row().milliseconds) == (1, 2.0)


def test_each_rule_is_counted():
    assert rule_counts(FAULTY, HEALTHY) == (
        RuleCount("diverged", is_note=False, faulty=2, right=2, healthy=1),
        RuleCount("flat", is_note=False, faulty=2, right=0, healthy=0),
    )


def test_notes_of_a_rule_are_counted_apart():
    counts = rule_counts([answer(run(), NOTE)], [answer(healthy(), DIVERGED)])

    assert [(each.is_note, each.faulty, each.healthy) for each in counts] == [
        (False, 0, 1),
        (True, 1, 0),
    ]


def test_nothing_is_measured_without_faulty_runs():
    with pytest.raises(ZeroDivisionError):
        measured(SYSTEM, HEALTHY, frozenset(), "2026-11-30")
