"""The development benchmark as a guard: what was reached once must not be lost."""

import json
from functools import cache

import pytest

from benchmarks.accuracy import (
    Results,
    as_json,
    as_text,
    bm25_predictor,
    engine_prediction,
    measure,
    misses,
)
from benchmarks.entry_texts import entry_texts
from benchmarks.items import HEALTHY, logs, reports, runs
from benchmarks.labels import with_causes
from benchmarks.scores import false_alarms, score
from tests.benchmarks.test_scores import prediction
from tests.engine.content import real_content, real_knowledge


@cache
def real_texts():
    return entry_texts(real_content())


@cache
def predictions(kind):
    items = {"reports": reports, "runs": runs, "logs": logs}[kind]()
    knowledge = real_knowledge()
    counted = [
        item for item in items if item.primary == HEALTHY or item.primary in knowledge.ranked
    ]
    return [engine_prediction(with_causes(item, knowledge), knowledge) for item in counted]


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
    search = bm25_predictor(real_texts())

    assert score(faulty("reports")).mrr > score([search(p.item) for p in faulty("reports")]).mrr


def some_items():
    failures = [item for item in reports() if item.primary in real_knowledge().failure_modes][:2]
    healthy = [item for item in logs() if item.primary == HEALTHY][:1]
    return [*failures, *healthy]


def test_each_item_is_predicted_in_its_group():
    results = measure(some_items(), real_knowledge(), real_texts())

    assert [len(results.faulty), len(results.healthy), len(results.unknown)] == [2, 1, 0]
    assert [p.item for p in results.lexical] == [p.item for p in results.faulty]


def test_items_without_an_entry_count_only_when_asked():
    unknown = [i for i in reports() if i.accepted.isdisjoint(real_knowledge().failure_modes)][:1]

    results = measure(unknown, real_knowledge(), real_texts())
    every = measure(unknown, real_knowledge(), real_texts(), every=True)

    assert (len(results.faulty), len(results.unknown)) == (0, 1)
    assert len(every.faulty) == 1


def results_by_hand():
    right = prediction(("a",))
    wrong = prediction(("b", "c", "d", "a"))
    alarm = prediction(("b",), reported=("b",))
    return Results(faulty=[right, wrong], healthy=[alarm], unknown=[right], lexical=[wrong])


def test_results_read_as_text_and_as_json():
    text = as_text(results_by_hand(), real_knowledge())

    assert "engine, by kind" in text
    assert "false alarms on 1 healthy runs: 100.0%" in text
    assert json.loads(as_json(results_by_hand()))["runs"]["top1"] == 0.5


def test_misses_and_false_alarms_are_listed():
    assert misses(results_by_hand()).splitlines() == [
        "missed:",
        "  runs 1: a at 4, first b, c, d",
        "false alarms:",
        "  1: b",
    ]
