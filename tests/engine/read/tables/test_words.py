import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.tables import words
from engine.read.tables.words import (
    axis_of,
    counts_within_epoch,
    is_housekeeping,
    is_metric,
    is_unnamed,
    split_among,
    split_of,
    without_unit,
)
from tests.together import together


@together(
    "name, kind",
    [
        ("epoch", "epoch"), ("Epoch", "epoch"), ("E", "epoch"), ("Epoche", "epoch"),
        ("step", "step"), ("#", "step"), ("global_step", "step"), ("_step", "step"),
        ("trainer/global_step", "step"),
        ("time/total_timesteps", "step"), ("training_iteration", "step"), ("iter", "step"),
        ("round", "step"), ("example counter", "step"), ("train/n_updates", "step"),
    ],
)  # fmt: skip
def test_axes(name, kind):
    assert axis_of(name)[0] == kind


def test_only_what_ends_as_an_axis_is_taken_apart():
    words._axis_of.cache_clear()
    assert axis_of("bxqi:") == ("", 0)
    assert axis_of("loss ") == ("", 0)
    assert words._axis_of.cache_info().misses == 0
    for name in ("global step:", "timesteps so far", "TimestepsSoFar", "epoch [-]", "ÉPOQUE"):
        assert axis_of(name)[0]


@given(
    st.lists(
        st.sampled_from(
            ["step", "epoch", "so", "far", "Far", "x", "train", "1", "_", " ", ":", "é"]
        )
    )
)
def test_the_cheap_test_passes_over_no_axis(parts):
    name = "".join(parts)
    assert axis_of(name) == words._axis_of(name)


@pytest.mark.parametrize(
    "name",
    [
        "train_loss_step",
        "train_acc_epoch",
        "steps_per_second",
        "step_time",
        "loss",
        "",
        "update_ratio",
    ],
)
def test_no_axes(name):
    assert axis_of(name) == ("", 0)


def test_the_plain_name_is_the_better_axis():
    assert axis_of("step")[1] < axis_of("iteration")[1] < axis_of("train/n_updates")[1]
    assert axis_of("time/total_timesteps")[1] < axis_of("time/iterations")[1]


def test_a_batch_counts_within_the_epoch():
    assert counts_within_epoch("batch")
    assert not counts_within_epoch("step")


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("train", "train"),
        ("Training", "train"),
        ("val set", "val"),
        ("dev", "val"),
        ("test_data", "test"),
    ],
)
def test_splits(text, split):
    assert split_of(text) == split


@pytest.mark.parametrize("text", ["", "train loss", "resnet", "1", "x" * 100])
def test_no_splits(text):
    assert split_of(text) == ""


def test_first_split_of_words():
    assert split_among(["loss", "val", "train"]) == "val"
    assert split_among(["loss"]) == ""


@pytest.mark.parametrize(
    "name", ["loss", "val_acc", "mAP50", "Acc@1", "Trainingsverlust", "f1-score"]
)
def test_metrics(name):
    assert is_metric(name)


@pytest.mark.parametrize("name", ["Name", "Params", "Type", "epoch", "", "Output Shape", "GPU"])
def test_no_metrics(name):
    assert not is_metric(name)


@pytest.mark.parametrize("name", ["time", "Wall time", "Remaining Time", "dur", "timestamp"])
def test_housekeeping(name):
    assert is_housekeeping(name)


@pytest.mark.parametrize("name", ["loss", "train/box_loss", "lr", "GPU_mem", "step_time"])
def test_no_housekeeping(name):
    assert not is_housekeeping(name)


@pytest.mark.parametrize("name", ["", " ", "index", "Unnamed: 0"])
def test_missing_names(name):
    assert is_unnamed(name)


def test_given_name():
    assert not is_unnamed("epoch")


def test_unit_behind_a_name():
    assert without_unit("Val Acc (%)") == "Val Acc"
    assert without_unit("loss") == "loss"
