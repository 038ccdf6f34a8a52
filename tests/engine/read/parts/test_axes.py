import numpy as np

from engine.read.parts.axes import Axes, Column, Place, curve_on


def column(rows, values):
    made = Column()
    made.rows.extend(rows)
    made.values.extend(values)
    return made


def axes(**columns):
    made = Axes()
    for name, (axis, rows, values) in columns.items():
        own = made.column(name, axis)
        own.rows.extend(rows)
        own.values.extend(values)
    return made


def test_the_field_of_most_rows_is_the_step():
    made = axes(iterations=("step", [0], [1]), timesteps=("step", [0, 1], [512, 1024]))

    assert made.all(2)[0].tolist() == [512, 1024]


def test_of_fields_in_every_row_the_closest_to_a_step_counts():
    made = axes(update=("step", [0, 1], [0.1, 0.2]), num_updates=("step", [0, 1], [1, 2]))

    assert made.all(2)[0].tolist() == [1, 2]


def test_a_row_without_the_main_field_takes_another():
    made = axes(step=("step", [0, 1], [5, 6]), iteration=("step", [2], [7]))

    assert made.all(3)[0].tolist() == [5, 6, 7]


def test_no_axis_is_false():
    assert not Axes()
    assert axes(epoch=("epoch", [0], [1]))


def test_a_row_without_x_takes_that_of_the_rows_before():
    positions = axes(step=("step", [0, 2], [10, 20])).positions(4, True)

    curve = curve_on(positions, "val", column([1, 3], [0.5, 0.25]), Place("val"))

    assert (curve.x.tolist(), curve.x_name, curve.split) == ([10, 20], "step", "val")


def test_rows_of_several_runs_take_no_x_of_each_other():
    positions = axes(step=("step", [0, 2], [10, 20])).positions(4, False)

    assert curve_on(positions, "val", column([1, 3], [0.5, 0.25]), Place()).x_name == "index"


def test_steps_of_evaluations_that_count_epochs():
    made = axes(step=("step", [0, 1, 2, 3], [25, 1, 50, 2]), epoch=("epoch", [0, 2], [1, 2]))

    curve = curve_on(made.positions(4, True), "val/loss", column([1, 3], [2.0, 1.0]), Place())

    assert curve.x.tolist() == [25, 50]


def test_the_epochs_of_the_steps_are_a_curve():
    made = axes(step=("step", [0, 1], [10, 20]), epoch=("epoch", [0, 1], [0.5, 1]))

    (epochs,) = made.positions(2, True).epochs_of_steps()

    assert (epochs.name, epochs.x.tolist(), epochs.y.tolist()) == ("epoch", [10, 20], [0.5, 1])


def test_epochs_of_steps_that_go_back_are_none():
    made = axes(step=("step", [0, 1], [20, 10]), epoch=("epoch", [0, 1], [1, 2]))

    assert made.positions(2, True).epochs_of_steps() == []
    assert Axes().positions(2, True).epochs_of_steps() == []


def test_rows_that_were_added_late_are_put_in_order():
    rows, values = column([3, 1], [30, 10]).arrays()

    assert rows.tolist() == [1, 3]
    assert values.tolist() == [10, 30]


def test_values_beyond_floating_point_are_infinite():
    assert np.isinf(column([0], [10**400]).arrays()[1][0])
