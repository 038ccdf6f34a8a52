import json
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read import ReadError
from tests.engine.read.short import read, read_or_problems
from tests.memory import peak_of
from tests.together import together

finite = st.floats(allow_nan=False, allow_infinity=False)


def problems(metrics: dict) -> list[tuple[str, str]]:
    with pytest.raises(ReadError) as caught:
        read(metrics=metrics)
    return [tuple(problem) for problem in caught.value.problems]


def test_list_is_on_the_steps_of_the_same_length():
    case = read(metrics={"step": [10, 20, 30], "epoch": [], "train_loss": [3.0, 2.0, 1.0]})
    series = case.series["train_loss"]
    assert series.x_name == "step"
    assert series.x.tolist() == [10, 20, 30]
    assert series.y.tolist() == [3.0, 2.0, 1.0]
    assert set(case.series) == {"train_loss"}


def test_list_of_another_length_is_on_its_index():
    series = read(metrics={"step": [10, 20], "train_loss": [3.0, 2.0, 1.0]}).series["train_loss"]
    assert (series.x_name, series.x.tolist()) == ("index", [0, 1, 2])


def test_list_falls_back_to_the_epochs():
    series = read(metrics={"epoch": [1, 2, 3], "step": [5], "loss": [3.0, 2.0, 1.0]}).series[
        "train_loss"
    ]
    assert (series.x_name, series.x.tolist()) == ("epoch", [1, 2, 3])


def test_own_axis():
    series = read(metrics={"val_loss": {"x": [100, 200], "y": [2.31, 2.30]}}).series["val_loss"]
    assert series.x.tolist() == [100, 200]


@pytest.mark.parametrize("spelling", ["NaN", "nan", "NAN", "+nan", "-NaN"])
def test_nan_in_every_spelling(spelling):
    series = read(metrics={"train_loss": [1.0, spelling, 2]}).series["train_loss"]
    assert math.isnan(series.y[1])
    assert len(series) == 3


@pytest.mark.parametrize(
    ("spelling", "sign"), [("Infinity", 1), ("inf", 1), ("Inf", 1), ("-inf", -1), ("-Infinity", -1)]
)
def test_infinity_in_every_spelling(spelling, sign):
    assert (
        read(metrics={"train_loss": [1.0, spelling]}).series["train_loss"].y[1] == sign * math.inf
    )


def test_null_is_not_recorded():
    series = read(metrics={"step": [1, 2, 3], "val_loss": [None, 2.0, None]}).series["val_loss"]
    assert series.x.tolist() == [2]
    assert series.y.tolist() == [2.0]


def test_only_nulls_and_empty_lists_give_no_series():
    assert read(metrics={"val_loss": [None, None], "train_loss": [], "grad_norm": {}}).series == {}


def test_layers_are_ordered_by_number():
    case = read(
        metrics={"epoch": [1, 2], "grad_norm_by_layer": {"10": [1, 2], "9": [3, 4], "0": [5, 6]}}
    )
    layers = case.layers["grad_norm_by_layer"]
    assert [layer.name for layer in layers] == ["0", "9", "10"]
    assert layers[0].x.tolist() == [1, 2]


def test_classes_are_a_matrix():
    case = read(metrics={"per_class_recall": [[0.0, 1.0], None, [0.5, None]]})
    matrix = case.classes["per_class_recall"]
    assert matrix.shape == (2, 2)
    assert np.isnan(matrix[1, 1])


def test_groups_are_flattened():
    case = read(
        metrics={"train": {"loss": [1.0, 2.0]}, "val": {"loss": [2.0, 3.0], "acc": [0.1, 0.2]}}
    )
    assert set(case.series) == {"train_loss", "val_loss", "val_accuracy"}


def test_unknown_name_is_kept_and_warned_of():
    case = read(metrics={"Zorble Index": [1.0, 2.0]})
    assert case.series["zorble_index"].y.tolist() == [1.0, 2.0]
    assert case.warnings == ("unknown metric name: zorble_index",)


def test_accuracy_in_percent_becomes_a_share():
    case = read(metrics={"val_accuracy": [10.0, 55.0]})
    assert case.series["val_accuracy"].y.tolist() == [0.1, 0.55]
    assert "percent" in case.warnings[0]


def test_accuracy_beyond_one_hundred_is_none():
    case = read(metrics={"val_accuracy": [10.0, 550.0]})
    assert case.series["val_accuracy"].y.tolist() == []
    assert case.warnings[0].startswith("val_accuracy is from 0 to 1: 2 of 2 values are not read")


def test_one_impossible_value_leaves_the_others_in_percent():
    case = read(metrics={"val_accuracy": [50.0, 60.0, 70.0, 550.0, -1.0]})
    assert case.series["val_accuracy"].y.tolist() == [0.5, 0.6, 0.7]
    assert any("2 of 5 values are not read" in warning for warning in case.warnings)


def test_step_series_stands_in_for_the_training_loss():
    case = read(metrics={"train_loss_step": [2.0, 1.0]})
    assert case.series["train_loss"].y.tolist() == [2.0, 1.0]


def test_text_that_is_no_number_is_pointed_at():
    values = [1.0] * 17 + ["abc", 2.0]
    assert problems({"train_loss": values}) == [("/metrics/train_loss/17", "not a number: 'abc'")]


def test_booleans_are_no_numbers():
    assert problems({"train_loss": [1.0, True]}) == [
        ("/metrics/train_loss/1", "not a number: true")
    ]


def test_every_problem_is_told():
    found = problems(
        {
            "train_loss": ["x"],
            "a/b~c": [[1.0], [1.0, 2.0]],
            "val_loss": {"x": [1], "y": [1, 2]},
            "lr": False,
        }
    )
    assert found == [
        ("/metrics/train_loss/0", "not a number: 'x'"),
        ("/metrics/a~1b~0c/1", "has 2 values where the first has 1"),
        ("/metrics/val_loss", "x has 1 values and y has 2"),
        ("/metrics/lr", "not a number: false"),
    ]


@together(
    "metrics, pointer",
    [
        ({"val_loss": {"x": [1, None], "y": [1, 2]}}, "/metrics/val_loss/x"),
        ({"val_loss": {"x": "1", "y": [1, 2]}}, "/metrics/val_loss/x"),
        ({"val_loss": {"y": "1"}}, "/metrics/val_loss/y"),
        ({"per_class_recall": [[1.0], 3]}, "/metrics/per_class_recall/1"),
        ({"grad_norm_by_layer": {"0": 3}}, "/metrics/grad_norm_by_layer/0"),
        ({"grad_norm_by_layer": {"0": ["x"]}}, "/metrics/grad_norm_by_layer/0/0"),
        ({"train_loss": [10**400]}, "/metrics/train_loss/0"),
        ({"train_loss": [{"a": 1}]}, "/metrics/train_loss/0"),
        ({"step": ["a"], "train_loss": [1.0]}, "/metrics/step/0"),
    ],
)
def test_bad_shapes(metrics, pointer):
    assert problems(metrics)[0][0] == pointer


def test_nan_before_the_first_step_was_not_recorded():
    series = read(metrics={"step": [0, 5, 10], "train_loss": ["NaN", 2.0, 1.0]}).series[
        "train_loss"
    ]
    assert series.x.tolist() == [5, 10]


def test_nan_at_the_first_step_is_kept_when_more_follow():
    series = read(metrics={"step": [0, 5, 10], "train_loss": ["NaN", 2.0, "NaN"]}).series[
        "train_loss"
    ]
    assert len(series) == 3


def test_steps_that_go_back_are_told():
    case = read(metrics={"step": [10, 20, 15], "train_loss": [3.0, 2.0, 2.5]})
    assert "goes back from step 20 to 15" in case.warnings[0]


@pytest.mark.parametrize("length", [5_000, 50_000])
def test_the_long_name_of_a_group_is_not_copied_for_each_metric(length):
    group = f"train{' ' * 120}{'x' * length}"
    metrics = {group: {f"k{number}": [1.0] for number in range(500)}}

    assert peak_of(lambda: read(metrics=metrics)) < 2 * length + 800_000


@pytest.mark.parametrize("points", [5_000, 20_000])
def test_a_list_without_numbers_is_refused_in_memory_for_its_length(points):
    metrics = {"x" * 80: [True] * points}

    assert peak_of(lambda: read_or_problems(metrics=metrics)) < 60 * points + 100_000
    assert len(problems(metrics)) == 20


@given(st.lists(finite | st.none(), min_size=1, max_size=60))
def test_round_trip(values):
    case = read(metrics=json.loads(json.dumps({"train_loss": values})))
    kept = [value for value in values if value is not None]
    assert (case.series["train_loss"].y.tolist() if kept else []) == kept


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(
    st.dictionaries(
        st.sampled_from(["train_loss", "step", "x", "grad_norm_by_layer"]), json_values, max_size=4
    )
)
def test_any_json_is_read_or_refused(metrics):
    case, problems = read_or_problems(metrics=metrics)
    assert all(problem.pointer.startswith("/metrics/") for problem in problems)
    assert case is not None or problems
    assert case is None or all(len(series.x) == len(series.y) for series in case.series.values())


def test_curves_of_another_length_than_the_steps_are_named():
    metrics = {"step": [1, 2, 3], "loss": [2.0, 1.0], "val_loss": [3, 2, 1]}

    assert read(metrics=metrics).warnings == (
        "metrics: step has 3 values; other lengths are counted from 0: loss (2)",
    )


def test_curves_on_their_steps_without_steps_or_of_one_value_are_no_warning():
    on_steps = {"step": [1, 2], "loss": [2, 1], "val_loss": {"y": [1]}}

    assert read(metrics=on_steps).warnings == ()
    assert read(metrics={"loss": [2, 1, 0], "val_loss": [1, 2]}).warnings == ()
