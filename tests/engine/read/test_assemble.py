import math

import numpy as np
import pytest

from engine.read.assemble import Joined, with_promoted_steps, without_untrained_nan
from engine.read.inputs import Reading
from engine.run import Series
from tests.engine.read.tables import metric_names


def curve(name, y, x=None, x_name="step"):
    x = np.arange(1, len(y) + 1) if x is None else x
    return Series(name, np.array(x, dtype=float), np.array(y, dtype=float), x_name)


def joined(*readings):
    result = Joined(metric_names())
    counts = [result.add(f"file {number}", reading) for number, reading in enumerate(readings)]
    return result, counts


def test_curves_get_canonical_names_and_counts():
    result, counts = joined(Reading(series={"train/Loss": curve("train/Loss", [2, 1])}))

    assert result.series["train_loss"].name == "train_loss"
    assert counts == [{"train_loss": 2}]
    assert result.all_warnings([]) == ()


def test_first_input_keeps_a_name():
    result, counts = joined(
        Reading(series={"loss": curve("loss", [2, 1])}),
        Reading(series={"train_loss": curve("train_loss", [9])}),
    )

    assert result.series["train_loss"].y.tolist() == [2, 1]
    assert counts[1] == {}
    assert result.warnings == [
        "file 1: train_loss means train_loss, which was given before (left out)"
    ]


def test_axes_and_empty_curves_are_left_out():
    result, _ = joined(
        Reading(series={"Epoch": curve("Epoch", [1, 2]), "val_loss": curve("val_loss", [])})
    )

    assert result.series == {}


def test_layers_and_classes_count_all_their_numbers():
    layers = {"grad_norm_by_layer": (curve("0", [1, 2]), curve("1", [3, 4]))}
    result, counts = joined(Reading(layers=layers, classes={"per_class_recall": np.zeros((3, 2))}))

    assert counts == [{"grad_norm_by_layer": 4, "per_class_recall": 6}]
    assert set(result.layers) == {"grad_norm_by_layer"}
    assert set(result.classes) == {"per_class_recall"}


@pytest.mark.parametrize(
    ("y", "share"),
    [
        ([10, 55], [0.1, 0.55]),
        ([1.2, 0.9], [1.2, 0.9]),
        ([10, 550], [10, 550]),
        ([-5, 50], [-5, 50]),
    ],
)
def test_scores_up_to_a_hundred_are_percent(y, share):
    result, _ = joined(Reading(series={"val_accuracy": curve("val_accuracy", y)}))

    assert result.series["val_accuracy"].y.tolist() == share


def test_loss_of_fifty_is_not_percent():
    result, _ = joined(Reading(series={"val_loss": curve("val_loss", [50, 40])}))

    assert result.series["val_loss"].y.tolist() == [50, 40]


def test_steps_that_go_back_are_named():
    result, _ = joined(Reading(series={"loss": curve("loss", [3, 2, 2.5], x=[10, 20, 15])}))

    assert result.warnings == [
        "train_loss goes back from step 20 to 15: the run was resumed, or two runs share a log"
    ]


def test_positions_never_go_back():
    series = curve("loss", [3, 2, 2.5], x=[2, 1, 0], x_name="index")
    result, _ = joined(Reading(series={"loss": series}))

    assert result.warnings == []


def test_unknown_names_are_listed_with_their_number():
    names = [f"odd{number}" for number in range(14)]
    result, _ = joined(Reading(series={name: curve(name, [1]) for name in names}))

    listed = ", ".join(names[:12])
    assert result.all_warnings(["my_odd"]) == (
        f"unknown metric names: {listed} and 2 more",
        "unknown setting name: my_odd",
    )


def test_nan_before_training_is_dropped_only_if_all_is_finite_behind():
    early = curve("loss", [math.nan, 2, 1], x=[0, 5, 10])
    diverged = curve("loss", [math.nan, 2, math.nan], x=[0, 5, 10])

    assert without_untrained_nan(early).x.tolist() == [5, 10]
    assert without_untrained_nan(diverged) is diverged


def test_training_loss_per_step_stands_in():
    per_step = curve("train_loss_step", [2, 1])

    assert with_promoted_steps({"train_loss_step": per_step})["train_loss"].name == "train_loss"
    assert with_promoted_steps({"val_loss": per_step}).keys() == {"val_loss"}
    own = curve("train_loss", [5])
    both = with_promoted_steps({"train_loss_step": per_step, "train_loss": own})
    assert both["train_loss"] is own
