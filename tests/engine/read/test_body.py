import pytest

from engine.read import ReadError, body


def test_metrics_are_read_as_a_body():
    named = body.read_metrics_field({"loss": [1.0, 0.5]})

    assert named[:2] == ("metrics", "json-body")
    (loss,) = named.reading.curves
    assert loss.name == "loss"
    assert loss.y.tolist() == [1.0, 0.5]


def test_mapping_of_settings_is_taken_over():
    named = body.read_config_field({"lr": 0.1})

    assert named[:2] == ("config", "json-body")
    assert named.reading.config == {"lr": 0.1}


def test_text_of_settings_is_parsed():
    named = body.read_config_field("lr: 0.1\n")

    assert named[:2] == ("config", "config")
    assert named.reading.config == {"lr": 0.1}
    assert named.reading.log == ()


def test_broken_metrics_are_refused():
    with pytest.raises(ReadError, match="/metrics/loss/0: not a number"):
        body.read_metrics_field({"loss": ["x"]})


def test_broken_text_of_settings_is_refused():
    with pytest.raises(ReadError, match="config:1: not JSON"):
        body.read_config_field("{")
