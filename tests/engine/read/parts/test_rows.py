import math

import numpy as np
import pytest

from engine.read.parts import rows as module
from engine.read.parts.rows import Rows, floats, make_series

NAN = math.nan


def made(steps, epochs):
    steps, epochs = np.array(steps, dtype=float), np.array(epochs, dtype=float)
    return make_series("loss", np.arange(len(steps), dtype=float), steps, epochs)


def test_values_are_collected_under_their_names():
    rows = Rows()
    rows.add({"loss": 2.0, "acc": 0.1}, step=10)
    rows.add({"loss": 1.0}, step=20)

    series = rows.series()
    assert len(rows) == 2
    assert series["loss"].x.tolist() == [10, 20]
    assert series["loss"].y.tolist() == [2.0, 1.0]
    assert len(series["acc"]) == 1


def test_nothing_added_gives_no_series():
    rows = Rows()
    rows.add({})

    assert rows.series() == {}


def test_names_beyond_the_limit_are_left_out(monkeypatch):
    monkeypatch.setattr(module, "MAX_NAMES", 2)
    rows = Rows()
    rows.add({"a": 1, "b": 2, "c": 3})
    rows.add({"a": 4, "c": 5})

    assert set(rows.series()) == {"a", "b"}
    assert rows.series()["a"].y.tolist() == [1, 4]


@pytest.mark.parametrize(
    ("steps", "epochs", "x_name"),
    [
        ([1, 2, 3], [1, 1, 2], "step"),
        ([1, 2, 2, 3], [NAN] * 4, "step"),
        ([NAN, 2, 3], [1, 2, 3], "epoch"),
        ([1, 1, 1], [1, 2, 3], "epoch"),
        ([1, 2, 1, 2, 1, 2], [1, 1, 2, 2, 3, 3], "epoch"),
        ([math.inf, 2], [NAN, NAN], "index"),
        ([NAN, NAN], [1, NAN], "index"),
        ([5, 5, 5], [2, 2, 2], "index"),
        ([], [], "index"),
    ],
)
def test_x_is_what_counts_through_the_run(steps, epochs, x_name):
    assert made(steps, epochs).x_name == x_name


def test_run_resumed_once_keeps_its_steps():
    assert made([1, 2, 3, 2, 3, 4], [NAN] * 6).x_name == "step"


def test_whole_numbers_beyond_floating_point_become_infinite():
    assert floats([1, 10**400, -(10**400)]).tolist() == [1, math.inf, -math.inf]
    assert floats([]).tolist() == []
