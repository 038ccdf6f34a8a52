import math

import pytest

from engine.read.lines.meaning import Meanings
from engine.read.lines.plan import CountSlot, MetricSlot, ShareSlot, plan_of, row_of
from engine.read.lines.tokens import split_at_numbers
from engine.read.parts.names import Names
from tests.engine.read.tables import metric_names


def plan(line, names=None):
    shape, _ = split_at_numbers(line)
    return plan_of(shape, Meanings(names or metric_names()))


def row(line):
    shape, numbers = split_at_numbers(line)
    return row_of(plan_of(shape, Meanings(metric_names())), numbers)


def test_each_number_gets_its_place():
    result = plan("epoch 3/10 | val loss 0.5 | acc 97 %")

    assert result.counts == (CountSlot(0, "epoch"), CountSlot(1, "epochs"))
    assert result.metrics == (MetricSlot(2, "val_loss"), MetricSlot(3, "val_accuracy", 0.01))
    assert result.is_known


def test_line_of_numbers_without_names_has_no_plan():
    assert plan("2024-05-31 18:08:37") is None
    assert plan("time 3.2 eta 5") is None


def test_unknown_names_have_a_plan_that_is_not_known():
    result = plan("zorble 3", Names({}))

    assert result.metrics == (MetricSlot(0, "zorble"),)
    assert not result.is_known


def test_bracket_behind_the_epoch_is_the_step():
    result = plan("Epoch: [0][  10/5005]\tLoss 6.9e+00 (7.0e+00)")

    assert result.counts == (CountSlot(0, "epoch"), CountSlot(1, "step"), CountSlot(2, "steps"))
    assert result.metrics == (MetricSlot(3, "train_loss"),)


def test_bracket_alone_is_nothing():
    assert plan("[12] [30]") is None


def test_total_behind_a_score_makes_it_a_share():
    line = "Accuracy: 9820/10000 (98%)"

    assert plan(line).shares == (ShareSlot(1, "train_accuracy"),)
    assert row(line).values == {"train_accuracy": 0.982}


@pytest.mark.parametrize("line", ["Accuracy: 0.5/10000", "Accuracy: 9820/0"])
def test_total_of_a_share_or_of_zero_divides_nothing(line):
    assert row(line).values["train_accuracy"] in {0.5, 9820}


def test_total_behind_nothing_is_left_out():
    assert plan("time 3/10") is None


def test_bare_name_goes_to_training_where_validation_is_spelled_out():
    result = plan("loss 1 val_loss 2 acc 3 val_acc 4")

    names = [slot.name for slot in result.metrics]
    assert names == ["train_loss", "val_loss", "train_accuracy", "val_accuracy"]


def test_bare_name_goes_to_training_where_validation_has_it_already():
    result = plan("val acc 1 loss 2 acc 3")

    assert [slot.name for slot in result.metrics][:2] == ["val_accuracy", "val_loss"]
    assert "val_accuracy" not in [slot.name for slot in result.metrics[2:]]


def test_first_of_two_numbers_under_one_name_counts():
    assert row("loss 1 loss 2").values == {"train_loss": 1}


def test_count_that_is_nan_is_filled_by_the_next():
    result = row("epoch nan epoch 4 loss 1")

    assert result.epoch == 4


def test_line_without_epoch_has_none():
    assert math.isnan(row("loss 1").epoch)
