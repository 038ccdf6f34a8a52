import numpy as np
import pytest

from engine.observe.measures import robust
from engine.observe.measures.repeated import has_digits, repeated_losses
from tests.engine.cases import case, falling


def test_the_longest_stretch_with_its_share_and_the_fall_before_it():
    (found,) = repeated_losses(case(train_loss=[2.0011, 1.5013, *[1.0007] * 6]))

    assert found.share == pytest.approx(0.75)
    assert found.fall == pytest.approx(0.5, abs=0.001)
    assert found.reaches_end
    assert found.repeated.x[0] == 60


def test_rounding_of_single_precision_does_not_end_a_stretch():
    rest = 0.7525958 + 6e-8 * (np.arange(12) % 2)
    (found,) = repeated_losses(case(val_loss=[1.3881, 0.9412, *rest]))
    assert len(found.repeated) == 12
    moving = case(val_loss=1.0001 + 1e-4 * np.arange(12))
    assert len(repeated_losses(moving)[0].repeated) == 1


def test_validation_comes_first_and_short_or_rounded_losses_are_left_out():
    both = case(train_loss=falling(2.0011, 1.0, 8), val_loss=falling(2.1011, 1.2, 8))
    assert [found.repeated.name for found in repeated_losses(both)] == ["val_loss", "train_loss"]
    assert repeated_losses(case(train_loss=[1.0007] * 4)) == []
    assert repeated_losses(case(train_loss=[2.3, *[1.2] * 18])) == []
    assert repeated_losses(case(train_loss=[np.nan] * 9)) == []


def test_a_loss_of_zero_repeats_because_it_has_reached_its_goal():
    (found,) = repeated_losses(case(train_loss=[0.5123, 0.1123, *[0.0] * 20]))
    assert found.share == 0


def test_zeros_on_either_side_are_no_digits():
    assert has_digits(np.array([0.00120, 100.0]), 2)
    assert not has_digits(np.array([0.00120, 100.0]), 3)
    assert has_digits(np.array([1.25e-7, 1.36287]), 6)
    assert not has_digits(np.array([1.25e-7, 1.36287]), 7)


def test_a_stretch_across_blocks_is_one(monkeypatch):
    run = case(train_loss=[2.0011, 1.5013, *[1.0007] * 6, 0.9001])
    monkeypatch.setattr(robust, "AT_ONCE", 3)

    (found,) = repeated_losses(run)

    assert len(found.repeated) == 6
    assert not found.reaches_end
