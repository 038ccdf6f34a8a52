import numpy as np
import pytest

from engine.read.tables.axis import axes_of, falls_back, placed, rows_of_groups, runs_of
from engine.read.tables.columns import table_of

NAN = float("nan")


def axes(header, *rows):
    return axes_of(table_of(header.split(), [row.split() for row in rows]))


def x_of(found, height):
    x, name = placed(found, np.arange(height))
    return x.tolist(), name


def test_a_filled_column_is_the_better_axis():
    found = axes("iteration global_step loss", "x 10 2", "2 20 1")

    assert x_of(found, 2) == ([10, 20], "step")


def test_steps_that_start_again_with_each_epoch_leave_x_to_the_epoch():
    rows = [f"{epoch} {step} 1" for epoch in range(3) for step in range(2)]
    found = axes("epoch step loss", *rows)
    x, name = placed(found, np.arange(0, 6, 2))

    assert (x.tolist(), name) == ([0, 1, 2], "epoch")


def test_an_index_serves_where_nothing_else_counts():
    table = table_of(["", "loss"], [["5", "2"], ["6", "1"]])

    assert x_of(axes_of(table), 2) == ([5, 6], "index")


@pytest.mark.parametrize("cells", [("0.5", "1.5"), ("a", "b"), ("nan", "inf")])
def test_what_does_not_count_is_no_axis(cells):
    found = axes("step loss", *(f"{cell} 1" for cell in cells))

    assert x_of(found, 2) == ([0, 1], "index")


def test_runs_begin_where_the_axis_is_back_at_its_start():
    found = axes("epoch loss", "0 1", "1 1", "0 1", "1 1", "1 1", "2 1")

    assert runs_of(found, np.zeros(6, dtype=np.intp)).tolist() == [0, 0, 1, 1, 1, 1]


def test_a_saw_tooth_is_one_run():
    found = axes("step loss", *(f"{step % 2} 1" for step in range(500)))

    assert runs_of(found, np.zeros(500, dtype=np.intp)).max() == 0


def test_a_batch_that_starts_again_is_no_run():
    found = axes("batch loss", "0 1", "1 1", "0 1", "1 1")

    assert runs_of(found, np.zeros(4, dtype=np.intp)).max() == 0


def test_rows_of_each_group():
    groups = [rows.tolist() for rows in rows_of_groups(np.array([1, 0, -1, 1]))]

    assert groups == [[1], [0, 3]]


def test_an_axis_that_falls():
    assert falls_back(np.array([0, 1, NAN, 0]))
    assert not falls_back(np.array([0, NAN, 1]))
