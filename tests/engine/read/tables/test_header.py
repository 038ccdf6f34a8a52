import pytest

from engine.read.tables.header import could_be_header, grid_at, sideways_at


def test_names_with_a_row_below():
    grid = grid_at(["epoch  loss", "-----  ----", "1  0.5"], 0)

    assert (grid.names, grid.style, grid.has_index) == (["epoch", "loss"], "blanks", False)


def test_an_index_stands_below_no_name():
    grid = grid_at(["   loss   acc", "0  0.5   0.6"], 0)

    assert grid.names == ["", "loss", "acc"]
    assert grid.has_index


def test_a_sure_header_waits_for_its_rows():
    assert grid_at(["epoch  loss  acc", "Saving"], 0) is not None
    assert grid_at(["loss  acc", "Saving"], 0) is None


@pytest.mark.parametrize(
    "lines",
    [
        ["name  params", "a  1"],
        ["loss", "1"],
        ["epoch=1  loss=2", "1  2"],
        ["loss  acc", "1  2  3  4"],
        ["loss  acc", "one  two"],
    ],
)
def test_no_header(lines):
    assert grid_at(lines, 0) is None


def test_metrics_below_splits():
    lines = ["| metric | train | val |", "|---|---|---|", "| loss | 1 | 2 |"]

    assert sideways_at(lines, 0).is_sideways
    assert sideways_at([lines[0], lines[2]], 0) is None
    assert sideways_at(["| metric | loss | acc |", *lines[1:]], 0) is None
    assert sideways_at([*lines[:2], "| layer | 1 | 2 |"], 0) is None


def test_cheap_test():
    assert could_be_header(["loss acc", "1 2"], 0)
    assert could_be_header(["epoch  loss", "words"], 0)
    assert not could_be_header(["loss acc", "words"], 0)
    assert not could_be_header(["loss acc"], 0)
