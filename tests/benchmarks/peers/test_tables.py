import math

import pytest

from benchmarks.peers.tables import (
    epoch_rows,
    step_rows,
    with_column,
    with_names,
)

METRICS = {
    "step": [2, 4],
    "train_loss": [1.5, "NaN"],
    "val_loss": [None, 1.25],
    "recall": [[0.5, 1.0], [0.5, 1.0]],
    "by_layer": {"0": [1.0, 2.0]},
    "task": ["a", "b"],
    "train_loss_step": {"x": [0, 1, 2], "y": [2.0, None, "Infinity"]},
}


def test_epochs_are_rows_of_what_was_measured():
    first, second = epoch_rows(METRICS)

    assert first == {"step": 2, "train_loss": 1.5}
    assert (second["step"], second["val_loss"]) == (4, 1.25)
    assert math.isnan(second["train_loss"])


def test_steps_take_the_fine_curve_for_the_means():
    assert step_rows(METRICS) == [
        {"step": 0, "train_loss": 2.0},
        {"step": 1},
        {"step": 2, "train_loss": math.inf, "val_loss": 1.25},
    ]


@pytest.mark.parametrize(("done", "row"), [(0, 0), (2, 1), (3, 2), (9, 2)])
def test_a_logging_point_stands_in_the_row_of_the_step_before_it(done, row):
    fine = {"x": [0, 1, 2], "y": [3.0, 2.0, 1.0]}
    rows = step_rows({"step": [done], "val_loss": [4.0], "train_loss_step": fine})

    assert [place for place, each in enumerate(rows) if "val_loss" in each] == [row]


def test_other_fine_curves_stand_in_the_rows_of_the_training_loss():
    loss, norm = {"x": [0, 2], "y": [3.0, 2.0]}, {"x": [0, 3], "y": [0.5, 0.25]}
    rows = step_rows({"step": [4], "train_loss_step": loss, "grad_norm_step": norm})

    assert rows == [
        {"step": 0, "train_loss": 3.0, "grad_norm": 0.5},
        {"step": 2, "train_loss": 2.0, "grad_norm": 0.25},
    ]
    assert step_rows({"step": [4], "grad_norm_step": norm})[1] == {"step": 3, "grad_norm": 0.25}


def test_steps_of_a_run_without_fine_curves_are_its_epochs():
    coarse = {"step": [2, 4], "train_loss": [1.5, 1.0]}

    assert step_rows(coarse) == epoch_rows(coarse)


def test_a_fine_curve_with_a_missing_value_is_refused():
    with pytest.raises(ValueError, match="shorter"):
        step_rows({"step": [1], "train_loss_step": {"x": [0, 1], "y": [2.0]}})


def test_a_run_without_steps_is_refused():
    with pytest.raises(KeyError, match="step"):
        epoch_rows({"train_loss": [1.0]})


def test_rows_without_a_needed_column_are_left_out():
    rows = [{"step": 0, "val_loss": 1.0}, {"step": 1, "train_loss": 2.0}]

    assert with_column(rows, "train_loss") == rows[1:]
    assert with_column(rows, "") == rows


def test_columns_are_renamed_or_left_out():
    rows = with_names([{"step": 1, "lr": 0.1, "epoch": 1}], {"lr": "rate"}, frozenset({"epoch"}))

    assert rows == [{"step": 1, "rate": 0.1}]


def test_curves_of_another_length_are_refused():
    with pytest.raises(ValueError, match="shorter"):
        epoch_rows({"step": [1, 2], "train_loss": [1.0]})
