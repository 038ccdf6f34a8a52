from engine.read.tables.grid import Grid, axis_value


def test_rows_of_a_table():
    grid = Grid("blanks", ["epoch", "loss"], [])

    assert grid.cells("1  0.5") == ["1", "0.5"]
    assert grid.cells("1 0.5") == ["1", "0.5"]
    assert grid.cells("epoch  loss") is None
    assert grid.cells("Saving model") is None
    assert grid.cells("1  2  3  4  5  6") is None


def test_a_row_drawn_again_replaces_the_one_before():
    grid = Grid("blanks", ["epoch", "loss"], [])
    grid.add(1, ["1", "0.9"], is_redrawn=True)
    grid.add(2, ["1", "0.5"], is_redrawn=True)
    grid.add(3, ["2", "0.4"], is_redrawn=False)

    assert [row.cells for row in grid.rows] == [["1", "0.5"], ["2", "0.4"]]
    assert grid.lines == [1, 2, 3]


def test_only_an_axis_or_classes_may_be_interrupted():
    assert Grid("bars", ["epoch", "loss"], []).may_be_interrupted
    assert Grid("bars", ["Class", "recall"], []).may_be_interrupted
    assert not Grid("bars", ["loss", "acc"], []).may_be_interrupted


def test_axis_of_a_row():
    grid = Grid("bars", ["name", "epoch"], [])
    grid.add(0, ["a", "3/10"], is_redrawn=False)
    grid.add(1, ["a", ""], is_redrawn=False)

    assert axis_value(grid, grid.rows[0]) == 3
    assert axis_value(grid, grid.rows[1]) is None


def test_words_below_a_table_on_its_side():
    grid = Grid("bars", ["epoch", "1", "2"], [], is_sideways=True)

    assert grid.cells("| loss | 0.5 | 0.4 |") == ["loss", "0.5", "0.4"]
    assert grid.cells("| loss | high | low |") is None
