from benchmarks.answers import (
    Answered,
    Figure,
    changes,
    figures_of_failures,
    figures_of_pairs,
)
from benchmarks.item_sets import HARMLESS
from benchmarks.items import HEALTHY, Item
from engine.read import Inputs

KNOWN = frozenset({"overfitting", "nan-loss"})


def answer(name, label, verdict="undecided", ranked=("nan-loss", "overfitting"), reported=()):
    item = Item(name, "fresh", "text", label, frozenset({label}), Inputs())
    return Answered(item, verdict, ranked, reported, 0.7, item.accepted)


ROWS = [
    answer("first", "nan-loss", "failure", reported=("nan-loss",)),
    answer("second", "overfitting"),
    answer("wrong", "overfitting", "failure", ("nan-loss",), ("nan-loss",)),
    answer("unknown", "not-written", "failure", ("nan-loss",), ("nan-loss",)),
    answer("quiet", "not-written", "not-covered"),
    answer("fine", HEALTHY, "normal"),
    answer("alarm", HARMLESS, "failure", ("nan-loss",), ("nan-loss",)),
]


def figures():
    return {figure.name: figure for figure in figures_of_failures("fresh", ROWS, KNOWN)}


def test_covered_failures_count_by_place_and_report():
    found = figures()

    assert found["fresh: covered, accepted first"].right == ("first",)
    assert found["fresh: covered, accepted in the first three"].right == ("first", "second")
    assert found["fresh: covered, accepted one reported"].right == ("first",)
    assert found["fresh: covered, accepted first"].wrong == ("second", "wrong")


def test_a_cause_named_for_an_uncovered_failure_is_wrong():
    figure = figures()["fresh: uncovered, no wrong cause reported"]

    assert (figure.right, figure.wrong) == (("quiet",), ("unknown",))


def test_harmless_items_are_alarms_where_anything_is_reported():
    found = figures()

    assert found["fresh: harmless, not called a failure"].wrong == ("alarm",)
    assert found["fresh: harmless, said to be so"].right == ("fine",)


def test_of_what_is_reported_first_the_right_ones_are_counted():
    figure = figures()["fresh: reported first cause is right"]

    assert figure.right == ("first",)
    assert figure.line.endswith("1 of 4     25.0%")


def test_pairs_agree_in_place_and_verdict():
    others = [answer("first", "nan-loss", "failure"), answer("second", "overfitting", "no-run")]
    place, headline, verdict = figures_of_pairs(ROWS[:2], others)

    assert place.right == ("first", "second")
    assert headline.right == ("first", "second")
    assert verdict.right == ("first",)


def test_changes_name_what_was_gained_and_lost():
    figure = Figure("runs: x", ("a", "b"), ("c",))

    assert list(changes([figure], {"runs: x": ["b", "c"]})) == ["runs: x: gained a; lost c"]
    assert list(changes([figure], {"runs: x": ["a", "b"]})) == []
