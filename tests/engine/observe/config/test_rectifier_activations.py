import pytest

from engine.observe.config.rectifier_activations import observe
from tests.engine.cases import case
from tests.together import together


@pytest.mark.parametrize("activation", ["relu", "ReLU", "nn.ReLU", "relu6", "F.relu"])
def test_rectified_units(activation):
    found = observe(case({"activation": activation}))
    assert found.strength > 0.95
    assert activation.lower() in found.text


@together(
    "activation",
    ["gelu", "leaky_relu", "nn.LeakyReLU", "prelu", "rrelu", "silu", "elu", "tanh"],
)
def test_silent_on_units_with_a_slope_on_both_sides_and_on_smooth_ones(activation):
    assert observe(case({"activation": activation})).strength < 0.05


def test_not_measured_when_not_stated():
    assert observe(case({"depth": 9.0})) is None
