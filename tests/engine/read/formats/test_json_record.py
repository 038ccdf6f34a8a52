import json
import math

import pytest

from engine.read import ReadError
from engine.read.formats.json_record import sniff
from tests.engine.read.tables import read_file, source_of


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
    "document", [{}, {"metrics": [1, 2]}, {"history": None}, [{"metrics": {}}], {"loss": [1, 2, 3]}]
)
def test_no_record(document):
    assert not sniff(source_of(json.dumps(document)))


def test_metrics_win_over_history():
    case = read_file(json.dumps({"history": {"loss": [9.0]}, "metrics": {"loss": [1.0]}}))

    assert case.series["train_loss"].y.tolist() == [1.0]


def test_broken_values_of_all_metrics_are_named():
    with pytest.raises(ReadError) as caught:
        read_file('{"history": {"loss": ["x"], "acc": [true]}}', "run.json")

    pointers = [problem.pointer for problem in caught.value.problems]
    assert pointers == ["run.json#/history/loss/0", "run.json#/history/acc/0"]
