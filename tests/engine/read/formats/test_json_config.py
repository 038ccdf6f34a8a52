import pytest

from engine.read.formats.json_config import sniff
from tests.engine.read.tables import read_file, source_of


def test_configuration_alone():
    case = read_file('{"model": {"hidden": [64, 64]}, "lr": "1e-3"}', "config.json")
    assert case.read_as[0].format == "json-config"
    assert case.config["learning_rate"] == 0.001


@pytest.mark.parametrize("text", ["", "lr: 0.1", "[]", "3"])
def test_no_json_configuration(text):
    assert not sniff(source_of(text))


def test_empty_object_is_an_empty_configuration():
    case = read_file("{}")

    assert (case.read_as[0].format, case.config) == ("json-config", {})
