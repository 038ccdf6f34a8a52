import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.parts.table import read_table, table_of


def read_rows(names, rows):
    return read_table(table_of(names, rows), "m.csv")


def names_of(reading):
    return [curve.name for curve in reading.curves]


def test_columns_become_curves_on_the_step():
    reading = read_rows(["step", "loss", "acc"], [["10", "2", ""], ["20", "1", "0.5"]])
    loss, acc = reading.curves

    assert loss.x.tolist() == [10, 20]
    assert acc.x.tolist() == [20]
    assert loss.group == acc.group == "m.csv"
    assert reading.warnings == ()


def test_repeated_header_is_no_row():
    assert read_rows(["step", "loss"], [["1", "2"], ["step", "loss"], ["2", "1"]]).warnings == ()


def test_first_stray_cell_of_a_column_is_named():
    reading = read_rows(["step", "loss"], [["1", "2"], ["2", "a"], ["3", "b"], ["4", "n/a"]])

    assert reading.curves[0].y.tolist() == [2]
    assert reading.warnings == ("m.csv:3: column 'loss': not a number: 'a' (left out)",)


def test_column_of_words_is_named():
    assert read_rows(["step", "host"], [["1", "a"]]).warnings == (
        "m.csv: column 'host' holds no numbers",
    )


@pytest.mark.parametrize("name", ["loss__MIN", "loss__MAX", "timestamp", "epoch", "Wall time"])
def test_bounds_clocks_and_axes_are_no_curves(name):
    assert read_rows(["step", name], [["1", "2"]]).curves == ()


def test_run_in_front_of_a_name_is_cut_off():
    assert names_of(read_rows(["brisk-sun-3 - loss"], [["1"]])) == ["loss"]


def test_rows_of_other_lengths():
    reading = read_rows(["step", "loss"], [["1"], ["2", "0.5", "9"], []])

    assert reading.curves[0].x.tolist() == [2]


@pytest.mark.parametrize(("names", "rows"), [([], []), (["loss"], []), ([], [["1"]])])
def test_empty_table_has_no_curves(names, rows):
    assert read_rows(names, rows).curves == ()


@given(st.lists(st.lists(st.text(max_size=4), max_size=4), max_size=8))
def test_any_cells_are_read(rows):
    reading = read_rows(["step", "loss", "acc"], rows)

    assert all(len(curve.x) == len(curve.y) for curve in reading.curves)
