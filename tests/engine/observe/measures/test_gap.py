import pytest

from engine.observe.measures.gap import final_gap
from tests.engine.cases import case


def test_accuracies_come_before_losses():
    gap = final_gap(
        case(train_accuracy=[0.9], val_accuracy=[0.7], train_loss=[0.1], val_loss=[1.0])
    )
    assert gap.distance == pytest.approx(0.2)
    assert not gap.is_of_losses
    assert gap.held_out.name == "val_accuracy"
    assert "a gap of +0.200" in gap.text


def test_losses_in_units_of_a_guess():
    gap = final_gap(case(train_loss=[0.5], val_loss=[2.0]))
    assert gap.distance == pytest.approx(0.75)
    assert gap.apart == pytest.approx(1.5)
    assert gap.times == pytest.approx(4)
    assert gap.is_of_losses


def test_losses_that_are_not_above_zero_have_no_ratio():
    gap = final_gap(case(train_loss=[-1.0], val_loss=[2.0]))
    assert gap.times == 1
    assert gap.is_of_losses


def test_none_without_both_sides_or_a_unit():
    assert final_gap(case(train_loss=[0.5])) is None
    assert final_gap(case(val_loss=[0.5], train_accuracy=[0.5])) is None
    assert final_gap(case(train_loss=[0.0], val_loss=[0.0])) is None
