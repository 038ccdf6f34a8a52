import numpy as np
import pytest

from engine.read import NamedFile
from engine.read.corrections import Corrections, own_names, printable, with_said
from engine.read.inputs import Curve
from engine.read.metric_names.resolve import Resolver
from engine.run import Series
from tests.engine.read.short import read
from tests.together import together

LOG = "epoch,loss,val_loss,odd\n1,3.0,2.0,0.7\n2,2.0,2.5,0.8\n3,1.0,3.0,0.9\n"
RUNS = {
    "curves": "run,epoch,loss,val_loss\n"
    + "".join(f"{run},{n},{n + 1.5},{n + 2.5}\n" for run in ("a", "b") for n in range(4))
}
RESOLVER = Resolver({"loss": "train_loss"})


def curve(name, split="", points=3):
    x = np.arange(points, dtype=float)
    return Curve(name, x, x, split=split)


def corrected(names, log=LOG, **inputs):
    return read(log=log, names=names, **inputs)


def said(names, *curves):
    return Corrections(names).said(curves, "a.csv", RESOLVER)


def test_without_corrections_nothing_is_said():
    found = said({}, curve("loss"))

    assert (found.curves, found.left_out, len(found.others)) == ({}, (), 1)


def test_a_corrected_name_wins_over_the_one_that_was_read():
    case = corrected({"odd": "val_loss"})

    assert case.series["val_loss"].y.tolist() == [0.7, 0.8, 0.9]
    curves = {each.name: each for each in case.read_as[0].curves}
    assert curves["val_loss"].own_name == "odd"
    assert curves["val_loss"].is_corrected
    assert curves["val_loss"].is_split_said
    assert not curves["train_loss"].is_corrected


def test_an_empty_name_leaves_a_curve_out():
    case = corrected({"val_loss": " "})

    assert "val_loss" not in case.series
    assert case.read_as[0].left_out == ("val_loss",)


def test_a_name_with_its_input_holds_for_that_input_only():
    files = tuple(NamedFile(name, b"epoch,odd\n1,3\n2,2\n3,1\n") for name in ("a.csv", "b.csv"))

    case = read(files=files, names={"b.csv: odd": "val_loss", "odd": "train_loss"})

    assert [each.curves[0].name for each in case.read_as] == ["train_loss", "val_loss"]


def test_a_corrected_curve_stands_before_that_of_another_input():
    files = (
        NamedFile("a.csv", b"epoch,loss\n1,9\n2,8\n3,7\n4,6\n"),
        NamedFile("b.csv", b"epoch,odd\n1,3\n2,2\n3,1\n"),
        NamedFile("c.csv", b"epoch,loss\n1,19\n2,18\n3,17\n4,16\n5,15\n"),
    )

    case = read(files=files, names={"odd": "train_loss"})

    assert case.series["train_loss"].y.tolist() == [3, 2, 1]


def test_two_curves_of_one_given_name_are_told():
    found = said({"a": "val_loss", "b": "val_loss"}, curve("a"), curve("b"))

    assert list(found.curves) == ["val_loss"]
    assert found.left_out == ("b",)


@together(
    "given, taken",
    [
        ("val_loss", "val_loss"),
        ("train_loss_step", "train_loss_step"),
        ("lr", "lr"),
        ("val_loss_of_mine", "val_loss_of_mine"),
        ("my score", "my_score"),
        ("loss", "loss"),
        ("\ud800", "?"),
        ("損失", "損失"),
    ],
)
def test_a_canonical_name_is_taken_as_it_is(given, taken):
    assert list(said({"odd": given}, curve("odd")).curves) == [taken]


def test_what_is_not_there_is_told():
    case = corrected({"nope": "val_loss", "x" * 500: ""}, wanted_run="run 9")

    assert "no curve is named 'nope': nothing was corrected by it" in case.warnings
    assert "no input holds a run named 'run 9'" in case.warnings
    assert max(map(len, case.warnings)) < 200


def test_another_run_is_diagnosed():
    csv = (NamedFile("runs.csv", RUNS["curves"].encode()),)
    read_as = read(files=csv).read_as[0]
    (other,) = read_as.other_runs

    case = read(files=csv, wanted_run=other)

    assert case.read_as[0].run == other
    assert case.read_as[0].other_runs == (read_as.run,)
    assert not [line for line in case.warnings if line.startswith("no input")]


def test_own_names_are_distinct():
    curves = [
        curve("loss", "train"),
        curve("loss", "val"),
        curve("loss", "val"),
        curve("lr", "val"),
    ]

    assert own_names(curves) == ["loss [train]", "loss [val]", "loss [val] (2)", "lr"]


def test_a_curve_of_an_ambiguous_name_is_named_by_its_place():
    found = said({"loss [val]": "test_loss"}, curve("loss", "train"), curve("loss", "val"))

    assert [each.split for each in found.others] == ["train"]
    assert list(found.curves) == ["test_loss"]


@pytest.mark.parametrize("key", ["val loss", "a.csv: val loss", "a.csv: loss [val]"])
def test_a_split_may_stand_in_front_of_a_name(key):
    found = said({key: "test_loss"}, curve("loss", "train"), curve("loss", "val"))

    assert [each.curve.split for each in found.curves.values()] == ["val"]


def test_half_a_character_pair_is_replaced():
    assert printable("a\ud800b") == "a?b"


def test_the_task_does_not_rename_what_a_person_named():
    log = "".join(f"episode {n} | reward {n}.5 | loss 0.{n}\n" for n in range(1, 9))

    assert "policy_objective" in read(log=log).series
    case = corrected({"loss": "train_loss"}, log)
    assert "train_loss" in case.series
    assert "policy_objective" not in case.series


def test_a_stand_in_stays_beside_what_a_person_named():
    values = np.array([1.0])
    before = {name: Series(name, values, values) for name in ("train_loss_step", "train_loss")}

    assert with_said(before, before, ["train_loss_step"]).keys() == before.keys()
