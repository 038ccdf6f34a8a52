import json
import math

import pytest

from engine.read import ReadError
from tests.engine.read.tables import read_file


def test_trainer_state():
    history = [
        {"loss": 2.0, "grad_norm": math.nan, "learning_rate": 1e-4, "epoch": 0.5, "step": 10},
        {"eval_loss": 1.9, "eval_accuracy": 0.4, "eval_runtime": 3.2, "epoch": 1.0, "step": 20},
        {"loss": 1.0, "grad_norm": 1.5, "learning_rate": 5e-5, "epoch": 1.0, "step": 20},
        {"train_runtime": 9.1, "train_loss": 1.5, "epoch": 1.0, "step": 20},
    ]
    case = read_file(
        json.dumps({"best_metric": None, "log_history": history}), "trainer_state.json"
    )
    assert case.read_as[0].format == "trainer-state"
    assert case.series["train_loss"].y.tolist() == [2.0, 1.0]
    assert case.series["train_loss"].x.tolist() == [10, 20]
    assert case.series["val_accuracy"].y.tolist() == [0.4]
    assert math.isnan(case.series["grad_norm"].y[0])
    assert "eval_runtime" not in case.series
    assert case.warnings == ()


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


def test_keras_history():
    case = read_file(json.dumps({"loss": [3, 2, 1.5], "val_loss": [3, 2.5, 2.6]}))
    assert case.read_as[0].format == "json-history"
    assert case.series["train_loss"].y.tolist() == [3, 2, 1.5]


def test_list_of_rows():
    case = read_file(json.dumps([{"step": 1, "loss": 2.0}, {"step": 2, "loss": 1.0}]))
    assert case.read_as[0].format == "json-rows"
    assert case.series["train_loss"].x.tolist() == [1, 2]


def test_configuration_alone():
    case = read_file('{"model": {"hidden": [64, 64]}, "lr": "1e-3"}', "config.json")
    assert case.read_as[0].format == "json-config"
    assert case.config["learning_rate"] == 0.001


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ('{"metrics": {"train_loss": [1, 2}', "run.json:1", "not JSON"),
        ('{"a": 1,\n "a": 2}', "run.json", "'a' stands twice"),
        ('{"log_history": [1, 2]}', "run.json", "log_history must be a list of objects"),
        ('[{"a": 1}, 2]', "run.json", "a JSON list must hold objects"),
        ('{"metrics": {"train_loss": [1, "x"]}}', "run.json#/metrics/train_loss/1", "not a number"),
        ('{"a": ' + "[" * 100_000 + "]" * 100_000 + "}", "run.json", "nested too deeply"),
        ('{"a": ' + "9" * 5000 + "}", "run.json", "too many digits"),
    ],
)
def test_broken_documents_name_place_and_reason(text, place, reason):
    with pytest.raises(ReadError) as caught:
        read_file(text, "run.json")
    assert caught.value.problems[0].pointer == place
    assert reason in caught.value.problems[0].detail
