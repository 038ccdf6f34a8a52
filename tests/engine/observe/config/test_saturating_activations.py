import pytest

from engine.observe.config.saturating_activations import observe
from tests.engine.cases import case


@pytest.mark.parametrize(
    "config",
    [
        {"activation": "sigmoid", "depth": 6.0},
        {"activation": "tanh", "depth": 8.0},
        {"activation": "nn.Sigmoid", "depth": 5.0},
        {"activation": "tanh", "model_kind": "rnn"},
    ],
)
def test_deep_or_recurrent(config):
    assert observe(case(config)).strength >= 0.8


@pytest.mark.parametrize(
    "config",
    [
        {"activation": "relu", "depth": 9.0},
        {"activation": "tanh", "depth": 2.0},
        {"activation": "sigmoid", "depth": 1.0},
    ],
)
def test_silent_on_others_and_on_shallow_networks(config):
    assert observe(case(config)).strength < 0.1


def test_gated_cells_are_ordinary_and_an_unknown_depth_stays_open():
    assert observe(case({"activation": "tanh", "model_kind": "gru", "depth": 1.0})).strength < 0.3
    assert observe(case({"activation": "tanh"})).strength < 0.5


def test_not_measured_when_not_stated():
    assert observe(case({"depth": 9.0})) is None
