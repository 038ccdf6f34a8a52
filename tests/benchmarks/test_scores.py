import pytest

from benchmarks.items import Item
from benchmarks.scores import Prediction, score, table
from engine.read import Inputs


def prediction(ranked, reported=(), accepted=("a",), probability=0.5):
    return Prediction(
        Item("1", "runs", "full", "a", frozenset(accepted), Inputs()), ranked, reported, probability
    )


def test_scores_of_two_predictions_by_hand():
    result = score(
        [prediction(("a", "b")), prediction(("b", "c", "d", "a"), reported=("a",), probability=1.0)]
    )

    assert (result.top1, result.top3, result.reported) == (0.5, 0.5, 0.5)
    assert result.mrr == pytest.approx((1 + 1 / 4) / 2)
    assert result.brier == pytest.approx((0.25 + 1.0) / 2)


def test_an_entry_that_is_not_ranked_scores_nothing():
    assert prediction(("b",)).rank is None
    assert score([prediction(("b",))]).mrr == 0


def test_the_table_has_a_row_per_group():
    text = table("by kind", [prediction(("a",))], lambda item: item.kind)

    assert text.splitlines()[1].split()[:3] == ["runs", "1", "1.00"]


def test_scores_of_nothing_are_refused():
    with pytest.raises(ZeroDivisionError):
        score([])
