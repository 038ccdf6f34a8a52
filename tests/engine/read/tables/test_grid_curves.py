from engine.read.tables.grid import Grid
from engine.read.tables.grid_curves import found_grids


def grid(names, *rows, first=0, **how):
    made = Grid("bars", names, [], lines=[first], **how)
    for place, row in enumerate(rows, start=first + 1):
        made.add(place, row, is_redrawn=False)
    return made


def test_wrapped_columns_are_put_side_by_side():
    upper = grid(["", "epoch"], ["0", "1"], ["1", "2"], has_index=True, is_wrapped=True)
    lower = grid(["", "loss"], ["0", "0.5"], ["1", "0.4"], has_index=True, first=3)
    (found,) = found_grids([upper, lower], ["x"] * 6)

    assert [(curve.name, curve.x.tolist()) for curve in found.curves()] == [("loss", [1, 2])]
    assert found.lines == (0, 1, 2, 3, 4, 5)


def test_blocks_of_other_rows_stay_apart():
    upper = grid(["", "acc"], ["0", "1"], has_index=True, is_wrapped=True)
    lower = grid(["", "loss"], ["7", "0.5"], has_index=True, first=3)

    assert len(found_grids([upper, lower], ["x"] * 6)) == 2


def test_a_heading_names_the_split_unless_the_columns_do():
    lines = ["Validation", "header", "row"]

    def split(names, row):
        (found,) = found_grids([grid(names, row, first=1)], lines)
        return {curve.split for curve in found.curves()}

    assert split(["epoch", "loss"], ["1", "0.5"]) == {"val"}
    assert split(["epoch", "train_loss"], ["1", "0.5"]) == {""}


def test_classes_take_the_epoch_of_the_table_beside():
    train = grid(["epoch", "loss"], ["1", "0.5"])
    train.add(5, ["2", "0.4"], is_redrawn=False)
    val = grid(["Class", "P", "R"], ["all", "0.1", "0.2"], first=2)
    val.add(7, ["all", "0.3", "0.4"], is_redrawn=False)
    _, found = found_grids([train, val], ["x"] * 9)

    assert {curve.name: curve.x.tolist() for curve in found.curves()} == {
        "precision": [1, 2],
        "recall": [1, 2],
    }


def test_a_table_without_rows_or_curves_is_none():
    assert found_grids([grid(["epoch", "loss"])], ["x"]) == []
    assert found_grids([grid(["epoch", "time"], ["1", "00:12"])], ["x", "x"]) == []
