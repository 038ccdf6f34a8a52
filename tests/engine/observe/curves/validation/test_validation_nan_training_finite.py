import math

import pytest

from engine.observe.curves.validation.validation_nan_training_finite import observe
from tests.engine.cases import case, falling, healthy


def test_a_validation_loss_that_is_nan_alone_is_seen():
    found = observe(case(train_loss=falling(2, 1, 8), val_loss=[math.nan] * 8))

    assert found.strength > 0.95
    assert "8 of 8" in found.text


def test_an_infinite_one_counts_and_one_bad_evaluation_counts_less():
    train = falling(2, 1, 4)
    assert observe(case(train_loss=train, val_loss=[2, 1.5, math.inf, math.inf])).strength > 0.95
    once = observe(case(train_loss=train, val_loss=[2, math.nan, 1.5, 1.4]))
    assert once.strength == pytest.approx(0.6)


def test_silent_where_both_are_finite_or_both_are_not():
    assert observe(healthy()).strength == 0
    both = case(train_loss=[2, math.nan], val_loss=[2, math.nan])
    assert observe(both).strength == 0


def test_not_measured_without_both():
    assert observe(case(val_loss=[math.nan] * 4)) is None
    assert observe(case(train_loss=[1.0] * 4)) is None
