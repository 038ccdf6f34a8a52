"""The restated reports keep what they are about, and both forms are compared report by report."""

from dataclasses import replace

from benchmarks.answered import Answered
from benchmarks.rewordings import RESTATED, WRITTEN, differing, reworded


def test_each_report_is_restated_in_other_words():
    pairs = list(zip(reworded(WRITTEN), reworded(RESTATED), strict=True))

    assert len(pairs) == 30
    assert len({one.id for one, _ in pairs}) == 30
    for one, other in pairs:
        assert one.inputs.description != other.inputs.description
        assert one.accepted == other.accepted
        assert one.primary in one.accepted


def test_forms_that_differ_in_verdict_or_first_place_are_listed():
    item = next(reworded(WRITTEN))
    row = Answered(item, "failure", ("nan-loss", "overfitting"), ("nan-loss",), 0.7, item.accepted)
    others = [
        replace(row, probability=0.5),
        replace(row, verdict="undecided"),
        replace(row, ranked=("overfitting", "nan-loss")),
    ]

    assert list(differing([row, row, row], others)) == [
        f"  {item.id}: failure, nan-loss / undecided, nan-loss",
        f"  {item.id}: failure, nan-loss / failure, overfitting",
    ]
