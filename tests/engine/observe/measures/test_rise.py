import math

import pytest

from engine.observe.measures.rise import validation_rise
from tests.engine.cases import TEN_CLASSES, case, series

TURNING = series("val_loss", [2.0, 0.5, 1.0, 1.0], [10, 20, 30, 40])


def test_the_rise_is_measured_in_units_of_a_guess():
    rise = validation_rise(case(TEN_CLASSES), TURNING)

    assert (rise.minimum, rise.final) == (0.5, 1.0)
    assert rise.share == pytest.approx(0.5 / math.log(10))
    assert rise.after.x.tolist() == [20, 30, 40]


def test_the_fall_to_the_minimum_is_the_unit_where_no_guess_is_known():
    assert validation_rise(case(), TURNING).share == pytest.approx(0.5 / 1.5)


def test_the_minimum_is_the_unit_where_it_is_larger_than_the_fall():
    language = series("val_loss", [2.4, 2.1, 2.2, 2.31, 2.31])
    assert validation_rise(case(), language).share == pytest.approx(0.1)


def test_the_untrained_loss_of_training_is_no_unit_of_validation():
    run = case(train_loss=[10.8, 3.0, 1.0, 0.5])
    assert validation_rise(run, series("val_loss", [2.1, 2.1, 2.31, 2.31])).share > 0.09


def test_a_loss_that_falls_to_its_end_does_not_rise():
    falling = series("val_loss", [2.0, 1.0, 0.5, 0.5])

    assert validation_rise(case(), falling).share == 0
