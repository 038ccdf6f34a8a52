import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.tables.columns import table_of
from engine.read.tables.curves import Look, curves_of


def read(header, *rows, **look):
    table = table_of(header.split(","), [row.split(",") for row in rows])
    return curves_of(table, Look("m.csv", **look))


def values(reading):
    return {(c.run, c.split, c.name): c.y.tolist() for c in reading.curves}


def test_step_is_x_and_the_epoch_is_kept_as_a_curve():
    curves = {c.name: c for c in read("epoch,step,loss", "0,10,2", "0,20,1", "1,30,0.5").curves}

    assert curves["loss"].x.tolist() == [10, 20, 30]
    assert curves["epoch"].y.tolist() == [0, 0, 1]
    assert curves["epoch"].x_name == "step"


@pytest.mark.parametrize("column", ["phase", "split", "mode", "set", "subset", "anything"])
def test_a_column_of_splits_parts_the_rows(column):
    reading = read(f"epoch,{column},loss", "0,train,2", "0,val,2.5", "1,train,1", "1,val,3")

    assert values(reading) == {("", "train", "loss"): [2, 1], ("", "val", "loss"): [2.5, 3]}


@pytest.mark.parametrize("column", ["metric", "tag", "variable", "what"])
def test_a_column_of_metrics_names_the_values(column):
    reading = read(f"step,{column},value", "1,loss,2", "1,val_acc,0.5", "2,loss,1", "2,val_acc,0.6")

    assert values(reading) == {("", "", "loss"): [2, 1], ("", "", "val_acc"): [0.5, 0.6]}


@pytest.mark.parametrize(
    ("column", "first", "second", "labels"),
    [
        ("fold", "1", "2", ("fold 1", "fold 2")),
        ("run", "a", "b", ("a", "b")),
        ("optimizer", "adam", "sgd", ("adam", "sgd")),
    ],
)
def test_a_column_of_runs_parts_the_rows(column, first, second, labels):
    reading = read(
        f"{column},epoch,loss", f"{first},0,2", f"{first},1,1", f"{second},0,3", f"{second},1,2"
    )

    assert values(reading) == {(labels[0], "", "loss"): [2, 1], (labels[1], "", "loss"): [3, 2]}


def test_run_tag_step_and_value():
    reading = read(
        "run,tag,step,value", "a,loss,1,2", "a,loss,2,1", "b,loss,1,3", "b,loss,2,2"
    )  # fmt: skip

    assert values(reading) == {("a", "", "loss"): [2, 1], ("b", "", "loss"): [3, 2]}


def test_an_epoch_back_at_its_start_is_another_run():
    reading = read("epoch,loss", "0,2", "1,1", "0,3", "1,2")

    assert values(reading) == {("run 1", "", "loss"): [2, 1], ("run 2", "", "loss"): [3, 2]}


def test_a_resumed_run_is_one():
    assert values(read("epoch,loss", "0,2", "1,1", "1,1.1", "2,0.5")) == {
        ("", "", "loss"): [2, 1, 1.1, 0.5]
    }


def test_a_constant_seed_is_no_run():
    assert values(read("seed,epoch,loss", "7,0,2", "7,1,1")) == {("", "", "loss"): [2, 1]}


def test_export_of_two_runs():
    reading = read("Step,a - loss,a - loss__MIN,b-2 - loss,b-2 - _step", "1,2,1,3,1", "2,1,0,2,2")

    assert values(reading) == {("a", "", "loss"): [2, 1], ("b-2", "", "loss"): [3, 2]}


def test_settings_of_a_table_of_runs():
    reading = read("run_id,metrics.val_loss,params.lr", "abc,0.5,0.001")

    assert reading.config == {"lr": "0.001"}
    assert values(reading) == {("", "", "metrics.val_loss"): [0.5]}


def test_percent_signs_leave_cells_and_name():
    assert values(read("epoch,Val Acc (%)", "1,63.8%", "2,97%")) == {
        ("", "", "Val Acc"): [0.638, 0.97]
    }


def test_a_column_called_value_takes_the_name_that_is_given():
    assert values(read("Wall time,Step,Value", "1,1,2", "2,2,1", value_name="Loss_val")) == {
        ("", "", "Loss_val"): [2, 1]
    }


def test_position_within_a_total_is_an_epoch():
    (curve,) = read("epoch,loss", "1/10,2", "2/10,1").curves

    assert (curve.x.tolist(), curve.x_name) == ([1, 2], "epoch")


def test_strays_are_named_and_left_out():
    reading = read("step,loss,host", "1,2,a", "2,oops,a", "3,1,a")

    assert reading.warnings == (
        "m.csv:3: column 'loss': not a number: 'oops' (left out)",
        "m.csv: column 'host' holds no numbers",
    )


@pytest.mark.parametrize("header", ["Wall time,Step", "step", "epoch,step", "a__MIN", "time,dur"])
def test_no_curves(header):
    row = ",".join("1" for _ in header.split(","))
    assert read(header, row).curves == ()


CELL = st.sampled_from(
    ["1", "2", "0.5", "train", "val", "loss", "acc", "", "nan", "x", "3/10", "5%"]
)
NAME = st.sampled_from(
    ["epoch", "step", "loss", "value", "metric", "phase", "run", "", "1", "a - b"]
)


@given(st.lists(NAME, max_size=5), st.lists(st.lists(CELL, max_size=5), max_size=8), st.booleans())
def test_any_table_is_read(names, rows, has_decimal_commas):
    look = Look("m.csv", has_decimal_commas=has_decimal_commas)

    reading = curves_of(table_of(names, rows), look)

    assert all(len(curve.x) == len(curve.y) > 0 for curve in reading.curves)
