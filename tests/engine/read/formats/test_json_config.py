import pytest

from engine.read.formats.json_config import read, sniff
from tests.engine.read.short import read_file, source_of


@pytest.mark.parametrize("text", ['{"lr": 0.1}', "{}", '{"lr": 0.1, "epochs": 5, "loss": "mse"}\n'])
def test_configuration_alone(text):
    assert sniff(source_of(text))
    assert read(source_of('{"model": {"hidden": [64, 64]}}')).config == {
        "model": {"hidden": [64, 64]}
    }


@pytest.mark.parametrize("text", ["", "lr: 0.1", "[0.1, 0.2, 0.3]", '{"a": 1}\n{"b": 2}\n'])
def test_no_configuration(text):
    assert not sniff(source_of(text))


@pytest.mark.parametrize(
    "text",
    [
        '{"lr": 0.1, "epochs": 5, "loss": "mse"}',
        '{"learning_rate": 0.1, "num_train_epochs": 5, "target_modules": ["q", "k", "v"]}',
        '{"config": {"learning_rate": 0.1, "epochs": 5}}',
    ],
)
def test_a_configuration_on_one_line_is_settings(text):
    case = read_file(text, "a.json")

    assert case.read_as[0].format == "json-config"
    assert case.config["learning_rate"] == 0.1
    assert case.config["epochs"] == 5
    assert case.series == {}
