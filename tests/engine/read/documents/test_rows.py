import pytest

from engine.read.documents.rows import (
    are_rows,
    flat_values,
    rows_of_counted,
    rows_of_sets,
    rows_of_table,
)


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ([{"epoch": 1, "a": 2}], "epochs"),
        ([{"val_loss": 1.0}], "results"),
        ([{"a": 1}, {"a": 2}, {"a": 3}], ""),
    ],
)
def test_rows(value, key):
    assert are_rows(value, key, None)


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ([], "epochs"),
        ([1, 2], "epochs"),
        ([{"units": 64}, {"units": 10}, {"units": 1}], "dense"),
        ([{"Dice": 0.5, "iou": 0.5}], "metric_per_case"),
        ([{"loss": 1.0}], "layers"),
        ("text", "epochs"),
    ],
)
def test_no_rows(value, key):
    assert not are_rows(value, key, None)


def test_rows_of_a_table_of_pandas():
    table = {"columns": ["epoch", "loss"], "index": [0], "data": [[1, 2.0]]}

    assert rows_of_table(table) == [{"epoch": 1, "loss": 2.0}]
    assert rows_of_table(table | {"data": [[1]]}) is None
    assert rows_of_table({"columns": ["a"]}) is None


def test_rows_under_keys_that_count():
    assert rows_of_counted({"epoch_2": {"a": 1}, "epoch_1": {"a": 2}}) == [
        {"epoch": 1, "a": 2},
        {"epoch": 2, "a": 1},
    ]
    assert rows_of_counted({"0": {"epoch": 5, "a": 1}, "1": {"epoch": 6, "a": 1}})[0]["epoch"] == 5
    assert rows_of_counted({"0": {"a": [1, 2]}, "1": {"a": [1, 2]}}) is None
    assert rows_of_counted({"0": 1, "1": 2}) is None


def test_rows_of_sets_need_the_names_of_their_metrics():
    meta = {"learn_sets": ["learn"], "learn_metrics": [{"name": "RMSE"}]}
    rows = [{"learn": [0.5], "iteration": 0, "passed_time": 1.0}]

    assert rows_of_sets({"meta": meta, "iterations": rows}) == [{"learn/RMSE": 0.5, "iteration": 0}]
    assert rows_of_sets({"meta": {}, "iterations": rows}) is None
    assert rows_of_sets({"iterations": rows}) is None


def test_values_of_a_row_and_of_the_objects_in_it():
    assert list(flat_values({"a": 1, "b": {"c": [2]}})) == [1, [2]]
