import math
import random
from dataclasses import replace

import pytest
import torch

from lab import data
from lab.schedules import rate_at
from lab.setup import Setup, draw
from lab.train import train, unsafe_cross_entropy

BASIC = {"step", "epoch", "train_loss", "val_loss", "lr"}
MEDIUM = BASIC | {"grad_norm", "step_time", "train_loss_step"}
FULL = MEDIUM | {"update_ratio", "data_time", "grad_norm_by_layer", "grad_norm_step"}


def setup(maker=data.clusters, **values):
    torch.manual_seed(1)
    made = maker(random.Random(1), 90)
    return Setup(data=made, **{"epochs": 3, "batch_size": 30, "width": 8, "level": "basic"} | values)


def metrics_of(**values):
    return train(setup(**values), seed=5)[0]


@pytest.mark.parametrize(("level", "names"), [("basic", BASIC), ("medium", MEDIUM), ("full", FULL)])
def test_each_level_logs_its_measures(level, names):
    found = set(metrics_of(level=level))

    assert names <= found
    if level == "basic":
        assert found == names | {"train_accuracy", "val_accuracy"}


@pytest.mark.parametrize(
    ("kind", "maker"), [("mlp", data.patterns), ("cnn", data.patterns), ("gru", data.sequence_place)]
)
def test_every_family_trains_and_logs_one_norm_per_layer(kind, maker):
    found = metrics_of(maker=maker, kind=kind, depth=1, level="full")

    assert found["step"] == [3, 6, 9]
    assert sorted(found["grad_norm_by_layer"]) == ["0", "1"]
    assert all(len(series) == 3 for series in found["grad_norm_by_layer"].values())


def test_regression_logs_r2_and_no_accuracy():
    found = metrics_of(maker=data.friedman, level="medium")

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
    assert not {"dead_fraction", "activation_saturation"} & set(metrics_of(activation="elu", level="full"))


def test_frozen_layers_keep_their_weights():
    frozen = metrics_of(trainable_layers=1, level="full")["grad_norm_by_layer"]

    assert frozen["0"] == [0.0, 0.0, 0.0]
    assert min(frozen["2"]) > 0


def test_a_batch_with_nan_makes_the_run_nan_from_there_on():
    losses = metrics_of(glitches=((4, math.nan),))["train_loss"]

    assert [math.isnan(loss) for loss in losses] == [False, True, True]


def test_the_loss_scale_falls_when_half_precision_overflows():
    far = setup(maker=data.friedman, precision="fp16", level="full", epochs=6)
    targets = {"train_y": 1e4 * far.data.train_y}
    found, _ = train(replace(far, data=data.Data(**{**vars(far.data), **targets})), seed=5)

    assert found["loss_scale"][-1] < 2.0**14


def test_the_written_out_loss_agrees_with_the_library_for_two_classes():
    outputs, targets = torch.tensor([[0.3, -0.2], [1.5, 0.1]]), torch.tensor([1, 0])

    expected = 2 * torch.nn.functional.cross_entropy(outputs, targets)
    assert torch.isclose(unsafe_cross_entropy(outputs, targets), expected)
    assert unsafe_cross_entropy(torch.tensor([[200.0, 0.0]]), torch.tensor([0])).isnan()


def test_the_rate_follows_schedule_and_warm_up():
    flat = setup(learning_rate=0.1, warmup_steps=2)

    assert [rate_at(flat, step) for step in (0, 1, 5)] == pytest.approx([0.05, 0.1, 0.1])
    assert rate_at(replace(flat, schedule="linear", warmup_steps=0), 9) == pytest.approx(0.0)
    assert rate_at(replace(flat, rate_spikes=((5, 60.0),)), 5) == pytest.approx(6.0)


def test_an_unknown_schedule_is_refused():
    with pytest.raises(KeyError):
        metrics_of(schedule="sideways")


def test_a_family_without_data_for_the_task_is_refused():
    with pytest.raises(IndexError):
        draw(random.Random(0), tasks=["regression"], kinds=["cnn"])
