import math
from dataclasses import replace

import pytest

from lab.train import datasets
from lab.train.data import with_data
from lab.train.loop import train
from lab.train.sabotage.change import with_tensors
from tests.lab.train.make import metrics_of, small_setup

BASIC = {"step", "epoch", "train_loss", "val_loss", "lr"}
MEDIUM = BASIC | {"grad_norm", "step_time", "train_loss_step"}
FULL = MEDIUM | {"update_ratio", "data_time", "grad_norm_by_layer", "grad_norm_step"}


@pytest.mark.parametrize(("level", "names"), [("basic", BASIC), ("medium", MEDIUM), ("full", FULL)])
def test_each_level_logs_its_measures(level, names):
    found = set(metrics_of(level=level))

    assert names <= found
    if level == "basic":
        assert found == names | {"train_accuracy", "val_accuracy"}


@pytest.mark.parametrize(
    ("kind", "maker"),
    [
        ("mlp", datasets.patterns),
        ("cnn", datasets.patterns),
        ("gru", datasets.sequence_place),
    ],
)
def test_every_family_trains_and_logs_one_norm_per_layer(kind, maker):
    found = metrics_of(maker=maker, kind=kind, depth=1, level="full")

    assert found["step"] == [3, 6, 9]
    assert sorted(found["grad_norm_by_layer"]) == ["0", "1"]
    assert all(len(series) == 3 for series in found["grad_norm_by_layer"].values())


def test_regression_logs_r2_and_no_accuracy():
    found = metrics_of(maker=datasets.friedman, level="medium")

    assert {"val_r2", "pred_mean", "pred_std"} <= set(found)
    assert "train_accuracy" not in found
    assert "per_class_recall" not in found


def test_the_same_seed_gives_the_same_curves():
    assert metrics_of()["train_loss"] == metrics_of()["train_loss"]


def test_the_loss_falls_on_separable_clusters():
    losses = metrics_of(epochs=12, learning_rate=0.02)["train_loss"]

    assert losses[-1] < 0.6 * losses[0]


def test_rectified_and_bounded_units_are_measured_where_they_exist():
    assert "dead_fraction" in metrics_of(activation="relu", level="full")
    assert "activation_saturation" in metrics_of(activation="tanh", level="full")
    found = set(metrics_of(activation="elu", level="full"))
    assert not {"dead_fraction", "activation_saturation"} & found


def test_frozen_layers_keep_their_weights():
    frozen = metrics_of(trainable_layers=1, level="full")["grad_norm_by_layer"]

    assert frozen["0"] == [0.0, 0.0, 0.0]
    assert min(frozen["2"]) > 0


def test_a_batch_with_nan_makes_the_run_nan_from_there_on():
    losses = metrics_of(glitches=((4, math.nan),))["train_loss"]

    assert [math.isnan(loss) for loss in losses] == [False, True, True]


def test_the_loss_scale_falls_when_half_precision_overflows():
    setup = small_setup(maker=datasets.friedman, precision="fp16", level="full", epochs=6)
    far = with_tensors(setup, train_y=1e4 * setup.data.train_y)
    found, _ = train(far, seed=5)

    assert found["loss_scale"][-1] < 2.0**14


def test_an_unknown_schedule_is_refused():
    with pytest.raises(KeyError):
        metrics_of(schedule="sideways")


def test_two_tasks_log_a_score_for_each():
    second = with_data(small_setup().data)
    found, _ = train(replace(small_setup(epochs=4), second=second), seed=5)

    assert found["task"] == [0, 0, 1, 1]
    assert len(found["task_a_accuracy"]) == len(found["task_b_accuracy"]) == 4
