import pytest

from engine.observe.config.regularization_strong import observe
from tests.engine.cases import case


@pytest.mark.parametrize(
    ("config", "what"),
    [
        ({"dropout": 0.8}, "dropout"),
        ({"weight_decay": 0.2, "optimizer": "adam"}, "weight_decay"),
        ({"weight_decay": 0.1, "optimizer": "sgd", "dropout": 0.1}, "weight_decay"),
        ({"weight_decay": 2.0, "optimizer": "adamw"}, "weight_decay"),
        ({"label_smoothing": 0.6}, "label_smoothing"),
    ],
)
def test_very_strong(config, what):
    found = observe(case(config))
    assert found.strength > 0.95
    assert found.source == f"config.{what}"


@pytest.mark.parametrize(
    "config",
    [
        {"dropout": 0.5},
        {"weight_decay": 1e-3, "optimizer": "adam"},
        {"weight_decay": 0.1, "optimizer": "adamw"},
        {"weight_decay": 0.0, "dropout": 0.0, "label_smoothing": 0.1},
    ],
)
def test_silent_on_usual_strengths(config):
    assert observe(case(config)).strength < 0.05


def test_not_measured_when_nothing_is_stated():
    assert observe(case({"optimizer": "adam"})) is None


def test_the_decay_of_an_unknown_optimizer_takes_the_wider_band():
    assert observe(case({"weight_decay": 0.1})).strength < 0.1
    assert observe(case({"weight_decay": 2.0})).strength > 0.9
    assert observe(case({"optimizer": "sgd", "weight_decay": 0.1})).strength > 0.9
