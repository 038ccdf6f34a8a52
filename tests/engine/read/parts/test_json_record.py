import pytest

from engine.read import ReadError
from engine.read.parts.json_record import read_with_config


def test_rest_of_the_document_is_configuration():
    document = {
        "metrics": {"loss": [1.0]},
        "task": "toy",
        "config": {"lr": 0.1, "task": "inner"},
        "labels": {"primary": "x"},
        "id": 7,
    }
    reading = read_with_config(document, document["metrics"], frozenset({"metrics"}), "a#/metrics")

    assert reading.series["loss"].y.tolist() == [1.0]
    assert reading.config == {"task": "inner", "lr": 0.1}


def test_configuration_that_is_no_mapping_is_left_out():
    assert read_with_config({"config": "x.yaml"}, {}, frozenset(), "a#").config == {}


def test_broken_metric_is_named_by_its_pointer():
    with pytest.raises(ReadError, match="a#/loss/0: not a number"):
        read_with_config({}, {"loss": ["x"]}, frozenset(), "a#")
