import numpy as np

from engine.observe.normal.double_descent import read
from tests.engine.cases import TEN_CLASSES, case, falling

UP = np.linspace(1.0, 2.0, 10)
FIRST = falling(2.3, 1.0, 10)


def test_a_second_fall_below_the_first_minimum():
    found = read(case(TEN_CLASSES, val_loss=np.concatenate([FIRST, UP, falling(2.0, 0.7, 20)])))

    assert found.state == "holds"
    assert "a peak of 2" in found.text


def test_no_second_fall():
    found = read(case(TEN_CLASSES, val_loss=np.concatenate([FIRST, UP, np.full(5, 2.0)])))

    assert (found.state, found.beyond) == ("broken", "overfitting")


def test_a_second_fall_that_ends_level():
    found = read(case(TEN_CLASSES, val_loss=np.concatenate([FIRST, UP, falling(2.0, 1.1, 20)])))

    assert (found.state, found.beyond) == ("broken", "overparameterization")


def test_one_odd_evaluation_is_no_peak():
    loss = falling(2.3, 0.5, 30)
    loss[12] = 2.0

    assert read(case(TEN_CLASSES, val_loss=loss)).state == "not-shown"


def test_a_plain_fall_is_not_shown():
    assert read(case(val_loss=falling(2.3, 0.5, 30))).state == "not-shown"
    assert read(case(val_loss=falling(-0.5, -2.3, 30))).state == "not-shown"


def test_a_short_curve_is_not_measured():
    assert read(case(val_loss=[2.0, 1.0, 3.0, 0.5])).state == "not-measured"
