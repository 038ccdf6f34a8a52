import math

import pytest

from engine.read import ReadError
from engine.read.parts.logged_rows import objects_in, read_logged_rows


def test_numbers_are_on_their_step_or_epoch():
    reading = read_logged_rows(
        [{"step": 1, "loss": 2.0, "time": 7.0}, {"step": 2, "loss": "1.5", "host": "a"}], "x"
    )

    assert set(reading.series) == {"loss"}
    assert reading.series["loss"].x.tolist() == [1, 2]
    assert reading.series["loss"].y.tolist() == [2.0, 1.5]


def test_nested_keys_are_joined_and_configuration_is_taken_out():
    reading = read_logged_rows([{"val": {"loss": 1.0}, "config": {"lr": 0.1}}], "x")

    assert set(reading.series) == {"val/loss"}
    assert reading.config == {"lr": 0.1}


def test_deeper_nesting_than_the_limit_is_left_out():
    row = {"loss": 1.0}
    for _ in range(6):
        row = {"a": row}

    assert read_logged_rows([row], "x").series == {}


def test_mean_over_the_whole_run_is_no_point():
    rows = [{"train_loss": 2.0}, {"train_loss": 1.7, "train_runtime": 60.0}]

    assert read_logged_rows(rows, "x").series["train_loss"].y.tolist() == [2.0]


def test_flags_words_and_nulls_are_no_numbers():
    assert read_logged_rows([{"a": True, "b": "x", "c": None, "d": ""}], "x").series == {}


def test_spelled_nan_is_a_value():
    assert math.isnan(read_logged_rows([{"loss": "NaN"}], "x").series["loss"].y[0])


def test_no_rows_give_an_empty_reading():
    assert read_logged_rows([], "x").series == {}


def test_objects_of_a_list():
    assert objects_in([{"a": 1}], "x", "no") == [{"a": 1}]
    assert objects_in([], "x", "no") == []


@pytest.mark.parametrize("rows", [None, {}, "x", [1], [{}, []]])
def test_anything_but_a_list_of_objects_is_refused(rows):
    with pytest.raises(ReadError, match="x: no objects"):
        objects_in(rows, "x", "no objects")
