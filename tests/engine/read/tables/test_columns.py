import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.tables.columns import Cells, dense, different, table_of


def test_cells_are_sorted_into_columns():
    table = table_of(["step", "loss"], [["1", "2"], ["2"], ["step", "loss"], ["3", "1", "9"]])

    assert table.height == 3
    assert table.columns["step"].texts == ["1", "2", "3"]
    assert table.columns["loss"].rows == [0, 2]


@pytest.mark.parametrize(
    ("names", "plain"),
    [
        (["a", " b "], ["a", "b"]),
        (["loss", "loss", "loss"], ["loss", "loss.1", "loss.2"]),
        ([], []),
        (["", ""], ["", ".1"]),
    ],
)
def test_names_are_told_apart(names, plain):
    assert different(names) == plain


def test_one_text_for_each_row():
    assert dense(Cells([0, 2], ["a ", "b"]), 4) == ["a", "", "b", ""]


@given(st.lists(st.lists(st.text(max_size=3), max_size=4), max_size=6))
def test_any_rows_are_sorted(rows):
    table = table_of(["a", "b"], rows)

    assert table.height <= len(rows)
    assert all(len(dense(cells, table.height)) == table.height for cells in table.columns.values())
