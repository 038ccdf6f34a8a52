import math

import pytest

from engine.read.lines import placement
from engine.read.lines.placement import placed_rows, rows_of
from tests.engine.read.tables import metric_names


def placed(*lines):
    return list(placed_rows(list(lines), metric_names()))


def test_epoch_on_a_line_of_its_own_counts_below():
    rows = placed("Epoch 3", "loss 1.0", "Epoch 4", "loss 0.5")

    assert [(epoch, values["train_loss"]) for values, _, epoch in rows] == [(3, 1.0), (4, 0.5)]
    assert all(math.isnan(step) for _, step, _ in rows)


def test_step_on_a_line_of_its_own_counts_without_an_epoch_only():
    ((_, without_epoch, _),) = placed("step 7", "loss 1.0")
    ((_, with_epoch, _),) = placed("step 7", "epoch 1", "loss 1.0")

    assert without_epoch == 7
    assert math.isnan(with_epoch)


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("Epoch [2/5], Step [100/600], Loss: 1.0", 1300),
        ("Epoch [2/5], Step [700/600], Loss: 1.0", 700),
        ("Step [100/600], Loss: 1.0", 100),
        ("step -inf/-inf epoch 1 loss 1.0", math.nan),
    ],
)
def test_steps_within_an_epoch_are_counted_through(line, step):
    ((_, counted, _),) = placed(line)

    assert repr(counted) == repr(float(step))


def test_line_of_unknown_names_is_left_out_with_its_epoch():
    rows = placed("epoch 1 loss 2.0", "epoch 9 zorble 3.0", "loss 1.0")

    assert [epoch for _, _, epoch in rows] == [1, 1]


def test_of_very_many_lines_every_second_is_read(monkeypatch):
    monkeypatch.setattr(placement, "MAX_METRIC_LINES", 10)

    assert len(placed(*["loss 1.0"] * 12)) == 6


def test_no_lines_have_no_rows():
    assert len(rows_of([], metric_names())) == 0
    assert len(rows_of(["hello", "step 3"], metric_names())) == 0


def test_rows_become_series():
    series = rows_of(["epoch 1 loss 2", "epoch 2 loss 1"], metric_names()).series()

    assert series["train_loss"].y.tolist() == [2, 1]
    assert series["train_loss"].x_name == "epoch"
