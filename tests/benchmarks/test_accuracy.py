"""The development benchmark as a guard: what was reached once must not be lost."""

from functools import cache

import pytest

from benchmarks.accuracy import (
    Prediction,
    bm25_predictor,
    engine_prediction,
    false_alarms,
    score,
    table,
)
from benchmarks.bm25 import Bm25
from benchmarks.items import HEALTHY, Item, logs, reports, runs
from engine.read import Inputs
from tests.engine.content import real_content, real_knowledge


@cache
def predictions(kind):
    items = {"reports": reports, "runs": runs, "logs": logs}[kind]()
    knowledge = real_knowledge()
    return [
        engine_prediction(item, knowledge)
        for item in items
        if item.primary == HEALTHY or item.primary in knowledge.failure_modes
    ]


def faulty(kind):
    return [prediction for prediction in predictions(kind) if prediction.item.primary != HEALTHY]


@pytest.mark.parametrize(("kind", "bound"), [("reports", 0.75), ("runs", 0.70)])
def test_an_accepted_entry_is_among_the_first_three(kind, bound):
    assert score(faulty(kind)).top3 >= bound


def test_healthy_runs_stay_silent():
    healthy = [
        prediction for prediction in predictions("runs") if prediction.item.primary == HEALTHY
    ]

    assert len(healthy) == 32
    assert false_alarms(healthy) <= 0.15


def test_words_are_named_better_than_by_plain_search():
    search = bm25_predictor(real_content())

    assert score(faulty("reports")).mrr > score([search(p.item) for p in faulty("reports")]).mrr


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


def test_bm25_ranks_the_document_with_the_rare_word_first():
    index = Bm25({"one": "loss loss nan", "two": "loss goes up", "three": "memory"})

    assert index.ranked("nan loss")[0] == "one"
    assert index.ranked("unknown") == ["one", "three", "two"]
