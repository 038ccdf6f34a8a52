import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.parts.axes import Place
from engine.read.parts.logged_rows import read_logged_rows
from tests.engine.read.documents.shapes import curves, x_of
from tests.engine.read.short import metric_names


def read(rows, **more):
    return read_logged_rows(rows, "x", metric_names(), **more)


def test_numbers_are_on_their_step_or_epoch():
    reading = read([{"step": 1, "loss": 2.0, "time": 7.0}, {"step": 2, "loss": "1.5", "host": "a"}])

    assert curves(reading) == {"loss": [2.0, 1.5]}
    assert x_of(reading, "loss") == ("step", [1, 2])


@pytest.mark.parametrize(
    "field",
    ["split", "mode", "phase", "type", "subset", "event"],
)
def test_a_field_says_the_split(field):
    rows = [
        {field: "train", "step": 1, "loss": 2.0},
        {field: "val", "step": 1, "loss": 2.5},
        {field: "train", "step": 2, "loss": 1.0},
    ]

    assert curves(read(rows)) == {"loss|train": [2.0, 1.0], "loss|val": [2.5]}


def test_a_constant_text_is_no_split():
    rows = [{"type": "training_stats_scalar", "step": n, "loss": 2.0} for n in range(3)]

    assert curves(read(rows)) == {"loss": [2.0] * 3}


@pytest.mark.parametrize("field", ["fold", "seed", "rank", "run_id", "trial"])
def test_runs_are_kept_apart(field):
    rows = [{field: run, "step": n, "loss": n + run} for n in range(2) for run in (0, 5)]

    assert curves(read(rows)) == {"loss|0": [0, 1], "loss|5": [5, 6]}


def test_one_run_alone_is_not_named():
    rows = [{"run": "a", "step": n, "loss": 1.0} for n in range(2)]

    assert curves(read(rows)) == {"loss": [1.0, 1.0]}


def test_a_row_of_settings_before_the_rows_is_a_configuration():
    settings = {"learning_rate": 0.1, "epochs": 5, "loss": "mse", "batch_size": 8}
    reading = read([settings, {"epoch": 1, "val_loss": 1.0}, {"epoch": 2, "val_loss": 0.5}])

    assert reading.config == settings
    assert curves(reading) == {"val_loss": [1.0, 0.5]}


def test_metrics_without_a_position_are_rows_and_not_settings():
    assert curves(read([{"loss": 2.0}, {"loss": 1.0}])) == {"loss": [2.0, 1.0]}


def test_an_evaluation_without_a_step_takes_the_step_before():
    rows = [
        {"step": 1, "loss": 2.0},
        {"val_loss": 2.5},
        {"step": 2, "loss": 1.0},
        {"val_loss": 1.5},
    ]

    assert x_of(read(rows), "val_loss") == ("step", [1, 2])


def test_the_total_steps_of_reinforcement_learning_are_the_step():
    rows = [
        {"time/iterations": n, "time/total_timesteps": 512 * n, "rollout/ep_rew_mean": 1.0}
        for n in (1, 2)
    ]

    assert x_of(read(rows), "rollout/ep_rew_mean") == ("step", [512, 1024])


def test_nested_keys_are_joined_and_configuration_is_taken_out():
    reading = read([{"val": {"loss": 1.0}, "config": {"lr": 0.1}}])

    assert curves(reading) == {"val/loss": [1.0]}
    assert reading.config == {"lr": 0.1}


def test_names_of_results_keep_their_path_without_wrappers():
    row = {"env_runners": {"episode_return_mean": 5.0}, "training_iteration": 1, "info": {"a": 1.0}}

    assert curves(read([row, row])) == {
        "env_runners/episode_return_mean": [5.0] * 2,
        "info/a": [1.0] * 2,
    }


def test_deeper_nesting_than_the_limit_is_left_out():
    row = {"loss": 1.0}
    for _ in range(12):
        row = {"a": row}

    assert read([row]).curves == ()


def test_mean_over_the_whole_run_is_no_point():
    rows = [
        {"train_loss": 2.0, "step": 1},
        {"train_loss": 1.7, "train_runtime": 60.0, "train_samples_per_second": 9.0, "step": 1},
    ]

    assert curves(read(rows)) == {"train_loss": [2.0]}


def test_flags_words_and_nulls_are_no_numbers():
    assert read([{"a": True, "b": "x", "c": None, "d": ""}]).curves == ()


def test_spelled_nan_is_a_value():
    assert math.isnan(read([{"loss": "NaN"}]).curves[0].y[0])


def test_no_rows_give_an_empty_reading():
    assert read([]).curves == ()


def test_lists_in_rows_are_layers_and_classes_on_the_steps():
    rows = [{"step": 10 * n, "per_class_recall": [1, 0.5], "grads": [1, 2]} for n in (1, 2)]
    reading = read(rows)

    assert reading.classes["per_class_recall"].shape == (2, 2)
    assert reading.layers["grads"][1].x.tolist() == [10, 20]


def test_the_place_of_all_rows():
    reading = read([{"step": 1, "loss": 1.0}], place=Place("val", "evaluation", "r"))

    assert curves(reading) == {"loss|val|evaluation|r": [1.0]}


def test_curves_alone_and_their_group():
    (curve,) = read_logged_rows([{"step": 1, "loss": 1.0}], "table").curves

    assert (curve.name, curve.group) == ("loss", "table")


FIELDS = st.sampled_from(["loss", "step", "epoch", "run", "split", "name", "value", "a", "config"])
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(["train", "val", "1.5", "x"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(FIELDS, inner, max_size=3),
    max_leaves=8,
)


@given(st.lists(st.dictionaries(FIELDS, VALUES, max_size=5), max_size=8))
def test_any_rows_are_read(rows):
    for curve in read(rows).curves:
        assert len(curve.x) == len(curve.y)
