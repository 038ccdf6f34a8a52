from engine.run import CurveRead
from tests.engine.read.short import read

LOG = "".join(f"epoch {n} loss {3 / n:.3f} val_loss {2 + n / 10} lr 0.1\n" for n in range(1, 6))


def read_as_of(log=LOG, **inputs):
    return read(log=log, **inputs).read_as[-1]


def test_curves_are_told_with_points_split_and_grain():
    curves = {each.name: each for each in read_as_of().curves}

    assert curves["train_loss"] == CurveRead("train_loss", "loss", 5, "train", False, "epoch")
    assert curves["val_loss"] == CurveRead("val_loss", "val_loss", 5, "val", True, "epoch")
    assert curves["lr"] == CurveRead("lr", "lr", 5, "", True, "epoch")


def test_a_split_that_the_curves_beside_it_tell_is_assumed():
    table = "epoch,train_loss,valid_loss,accuracy\n" + "".join(f"{n},3,2,0.5\n" for n in range(5))
    curves = {each.own_name: each for each in read_as_of(table).curves}

    assert (curves["accuracy"].split, curves["accuracy"].is_split_said) == ("val", False)
    assert curves["valid_loss"].is_split_said


def test_a_test_curve_that_stands_in_for_validation_is_assumed():
    curves = {each.name: each for each in read_as_of(LOG.replace("val_loss", "test_loss")).curves}

    assert curves["test_loss"].is_split_said
    assert not curves["val_loss"].is_split_said


def test_series_have_the_points_of_all_curves():
    assert dict(read_as_of().series) == {"train_loss": 5, "val_loss": 5, "lr": 5}


def test_a_curve_that_gives_way_is_left_out():
    read_as = read_as_of(names={"lr": "val_loss"})

    assert read_as.left_out == ("val_loss",)
    assert {each.own_name for each in read_as.curves} == {"loss", "lr"}


def test_a_stand_in_that_gives_way_is_not_left_out():
    log = LOG.replace("val_loss", "test_loss")

    assert [each.name for each in read_as_of(log).curves].count("val_loss") == 1
    assert read_as_of(log, names={"lr": "val_loss"}).left_out == ()


def test_own_names_can_be_written_in_any_answer():
    read_as = read(metrics={"a\ud800": [1.0, 2.0, 3.0]}).read_as[0]

    assert [each.own_name for each in read_as.curves] == ["a?"]
