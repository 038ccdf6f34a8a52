import numpy as np
import pytest

from engine.read.inputs import Curve
from engine.read.join.named import named_curves, split_of_path
from engine.read.metric_names.resolve import Resolver
from tests.together import together

RESOLVER = Resolver({"loss": "train_loss", "acc": "train_accuracy"})


def curve(name, points=5, **fields):
    x = np.arange(points, dtype=float)
    return Curve(name, x, x, **fields)


def names(curves, path="log.txt"):
    return [each.name for each in named_curves(curves, RESOLVER, path)]


@together(
    "path, split",
    [
        ("val/loss.tsv", "val"),
        ("logs/validation/events.out.tfevents.1", "val"),
        ("test_error.tsv", "test"),
        ("learn_error.tsv", "train"),
        ("run/loss.tsv", ""),
        ("train_val.csv", ""),
        ("train.log", ""),
        ("train.py", ""),
        ("val/log.txt", ""),
        ("", ""),
        ("C:\\runs\\val\\loss.tsv", "val"),
    ],
)
def test_file_and_nearest_folder_name_a_split(path, split):
    assert split_of_path(path) == split


def test_the_name_stands_before_the_place_and_the_place_before_the_path():
    curves = [curve("train_loss"), curve("loss", split="test"), curve("loss")]

    assert names(curves, "val/loss.tsv") == ["train_loss", "test_loss", "val_loss"]


def test_the_first_of_two_numbered_sets_is_training():
    curves = [curve("validation_0-logloss"), curve("validation_1-logloss")]

    assert names(curves) == ["train_loss", "val_loss"]
    assert names([curve("valid_0's logloss")]) == ["val_loss"]
    assert names([curve("training's logloss"), curve("valid_1's logloss")]) == [
        "train_loss",
        "val_loss",
    ]


def test_a_bare_score_belongs_to_the_validation_loss_of_its_row():
    row = [curve("train_loss", group="t"), curve("valid_loss", group="t"), curve("acc", group="t")]

    assert names(row)[-1] == "val_accuracy"
    assert names([curve("loss", group="t"), curve("acc", group="t")])[-1] == "train_accuracy"
    assert names([*row, curve("val_acc", group="t")])[-2] == "train_accuracy"


def test_axes_clocks_and_empty_curves_are_left_out():
    assert names([curve("epoch"), curve("eta"), curve("loss", points=0)]) == []


@pytest.mark.parametrize(("values", "count"), [([20, 20, 30], 0), ([0.5, 20.0, 30.0], 1)])
def test_a_level_is_left_out_where_it_is_that_of_log_records(values, count):
    level = Curve("level", np.arange(3.0), np.array(values, dtype=float))

    assert len(named_curves([level], Resolver({}), "log.jsonl")) == count
