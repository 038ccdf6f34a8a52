import numpy as np

from engine.observe.normal.plateau_then_drop import read
from tests.engine.cases import TEN_CLASSES, TWO_CLASSES, case, falling

REST = np.full(12, 0.693)
DROP = np.concatenate([REST, [0.6, 0.4, 0.2], np.full(25, 0.02)])


def test_a_loss_that_rests_at_chance_and_drops():
    found = read(case(TWO_CLASSES, train_loss=DROP))

    assert found.state == "holds"
    assert "rests near 0.693" in found.text


def test_weights_that_do_not_change():
    found = read(case(TWO_CLASSES, train_loss=np.full(40, 0.693), update_ratio=np.zeros(40)))

    assert (found.state, found.beyond) == ("broken", "frozen-parameters")


def test_a_drop_that_has_not_come_is_left_open():
    assert read(case(TWO_CLASSES, train_loss=np.full(40, 0.693))).state == "not-measured"


def test_a_slow_descent_is_left_open():
    slow = np.concatenate([REST, np.linspace(0.693, 0.1, 40)])

    assert read(case(TWO_CLASSES, train_loss=slow)).state == "not-measured"


def test_a_rest_away_from_chance_or_an_early_fall_is_not_shown():
    assert read(case(TEN_CLASSES, train_loss=DROP)).state == "not-shown"
    assert read(case(TWO_CLASSES, train_loss=falling(0.693, 0.02, 40))).state == "not-shown"


def test_a_short_loss_is_not_measured():
    assert read(case(TWO_CLASSES, train_loss=[0.69, 0.69, 0.1])).state == "not-measured"
