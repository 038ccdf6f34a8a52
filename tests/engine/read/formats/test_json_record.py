import json
import math

import pytest

from engine.read.formats.json_record import sniff
from tests.engine.read.short import read_file, source_of


def test_record_with_nested_configuration():
    record = {
        "task": "classification",
        "n_classes": 3,
        "dataset": {"n_train": 480, "class_counts": [160, 160, 160]},
        "model": {"kind": "mlp", "depth": 2},
        "config": {"optimizer": "adam", "learning_rate": 0.01},
        "metrics": {"epoch": [1, 2], "train_loss": [1.0, "Infinity"]},
        "labels": {"primary": "overfitting"},
    }
    case = read_file(json.dumps(record))

    assert case.read_as[0].format == "json-record"
    assert case.series["train_loss"].y.tolist() == [1.0, math.inf]
    assert case.config["n_train"] == 480
    assert case.config["class_counts"] == (160.0, 160.0, 160.0)
    assert case.config["model_kind"] == "mlp"
    assert case.config["optimizer"] == "adam"
    assert not any("primary" in key for key in case.config)


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"metrics": [1, 2]},
        {"history": None},
        [{"metrics": {}}],
        {"loss": [1, 2, 3]},
        {"metrics": {"average": "macro"}, "lr": 0.1},
    ],
)
def test_no_record(document):
    assert not sniff(source_of(json.dumps(document)))


def test_a_record_may_hold_a_history_of_one_split():
    history = {"train": {"loss": [2.0, 1.0, 0.5]}, "val": {"loss": [2.0, 1.5, 1.0]}}
    case = read_file(json.dumps({"history": history}))

    assert case.read_as[0].format == "json-record"
    assert case.series["val_loss"].y.tolist() == [2.0, 1.5, 1.0]


@pytest.mark.parametrize(
    ("text", "y", "place"),
    [
        ('{"history": {"loss": [2, "x"]}}', [2], "/history/loss/1: not a number: 'x'"),
        (
            '{"metrics": {"train": {"loss": [2, 1.5, true, 1]}}}',
            [2, 1.5, 1],
            "/metrics/train/loss/2: not a number: true",
        ),
        (
            '{"lr": 0.1, "metrics": {"epoch": [1, 2, 3, 4], "loss": [2, "a", "b", 1]}}',
            [2, 1],
            "/metrics/loss/1: not a number: 'a' (left out, and 1 more)",
        ),
    ],
)
def test_what_is_no_number_in_a_curve_is_left_out_with_its_place(text, y, place):
    case = read_file(text, "run.json")

    assert case.series["train_loss"].y.tolist() == y
    assert case.warnings[0].startswith(f"run.json#{place}")


@pytest.mark.parametrize(
    "text", ['{"history": {"loss": ["x"]}}', '{"metrics": {"loss": ["mse", 0.5, "mae"]}}']
)
def test_words_under_the_name_of_a_metric_are_a_setting(text):
    case = read_file(text, "run.json")

    assert case.series == {}
    assert case.read_as[0].format == "json-config"
