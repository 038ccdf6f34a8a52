import math

import numpy as np
import pytest

from benchmarks.fit import FLOOR, GRID, Observed, cross_validated, grid, log_probability, observed
from benchmarks.items import HEALTHY, Item
from engine.rank.weights import WEIGHTS
from engine.read import Inputs
from tests.engine.knowledge import knowledge

KNOWLEDGE = knowledge()


def item(primary, number="1"):
    return Item(number, "reports", "text", primary, frozenset([primary]), Inputs(description="nan"))


def test_grid_has_every_combination_once():
    combinations = list(grid())

    assert len(combinations) == math.prod(map(len, GRID.values()))
    assert len(set(combinations)) == len(combinations)


def test_items_without_an_entry_are_left_out():
    rows = observed([item("nan-loss"), item(HEALTHY), item("no-such-entry")], KNOWLEDGE)

    assert [row.item.primary for row in rows] == ["nan-loss", HEALTHY]


def test_items_of_one_label_share_a_fold():
    folds = {Observed(item("nan-loss", str(n)), (), {}, True).fold for n in range(20)}
    healthy = {Observed(item(HEALTHY, str(n)), (), {}, True).fold for n in range(20)}

    assert len(folds) == 1
    assert len(healthy) > 1


def test_answer_without_probability_costs_the_floor():
    row = Observed(item("no-such-entry"), (), {}, False)

    assert log_probability(row, KNOWLEDGE, WEIGHTS) == pytest.approx(math.log(FLOOR))


def test_each_fold_is_scored_by_the_weights_best_on_the_others():
    scores = np.array([[0.0, 0.0, -9.0, -9.0], [-1.0, -1.0, -1.0, -1.0]])
    folds = np.array([0, 0, 1, 1])

    # On fold 1 the second weights are best, on fold 0 the first: each is scored on the other fold.
    assert cross_validated(scores, folds) == pytest.approx((-1.0 - 1.0 - 9.0 - 9.0) / 4)
