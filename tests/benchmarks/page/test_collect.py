import pytest

from benchmarks.answered import Answered
from benchmarks.answers import Figure
from benchmarks.items import HEALTHY, Item
from benchmarks.page.collect import accuracy_of, measure, reliability
from benchmarks.peers.measure import Measured, RuleCount, Shares
from content.accuracy import Versions
from engine.read import Inputs
from tests.engine.content import real_content, real_knowledge

SHARES = Shares(runs=1, first=1.0, top3=1.0, strict=1.0, reported=1.0)
ROW = Measured(
    "lossary",
    "2026.11",
    "MIT",
    "losses only",
    "2026-11-30",
    SHARES,
    SHARES,
    alarms=0,
    healthy=1,
    unanswered=0,
    milliseconds=2.0,
    rules=(RuleCount("nan-loss", False, 1, 1, 0),),
)


def answer(name, label, ranked, probability=0.5, kind="reports"):
    item = Item(name, kind, "text", label, frozenset({label}), Inputs(description="x"))
    return Answered(item, "undecided", ranked, (), probability, item.accepted)


ROWS = {
    "reports": [
        answer("right", "nan-loss", ("nan-loss",), 0.9),
        answer("wrong", "overfitting", ("nan-loss", "overfitting"), 0.3),
        answer("fine", HEALTHY, ("nan-loss",)),
    ],
    "pairs": [answer("right", "nan-loss", ("overfitting",))],
    "silent": [answer("hi", HEALTHY, ("nan-loss",), kind="silent")],
}


@pytest.fixture(scope="module")
def measured():
    versions = Versions(engine="e", content="c", data="d")
    return accuracy_of(ROWS, [ROW], real_knowledge(), real_content(), versions)


def test_all_parts_of_a_measurement_are_collected(measured):
    assert measured.edition == real_content().name
    assert [each.name for each in measured.sets] == ["reports", "pairs", "silent"]
    first = next(each for each in measured.measures if each.name == "covered, accepted first")
    assert (first.set, first.right, first.whole) == ("reports", 1, 2)
    assert measured.systems[0].rules[0].rule == "nan-loss"


def test_misses_have_names_and_those_of_repeated_items_are_left_out(measured):
    assert [(each.set, each.item) for each in measured.misses] == [
        ("reports", "wrong"),
        ("reports", "fine"),
    ]
    assert set(measured.terms) == {"nan-loss", "overfitting"}


def test_a_figure_is_split_into_its_set_and_what_it_measures():
    found = measure(Figure("fresh: covered, accepted first", ("a",), ("b", "c")))

    assert (found.set, found.name, found.right, found.whole) == (
        "fresh",
        "covered, accepted first",
        1,
        3,
    )


def test_reliability_is_that_of_sets_with_failures():
    (found,) = reliability(ROWS)

    assert (found.set, found.items) == ("reports", 2)
    assert found.brier == pytest.approx((0.1**2 + 0.3**2) / 2)
    assert [(each.items, each.right) for each in found.bins] == [(1, 0.0), (1, 1.0)]
