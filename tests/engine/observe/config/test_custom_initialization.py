import pytest

from engine.observe.config.custom_initialization import observe
from tests.engine.cases import case


@pytest.mark.parametrize("init", ["custom", "normal(0, 1)", "zeros"])
def test_weights_set_by_hand(init):
    found = observe(case({"init": init}))
    assert found.strength > 0.95
    assert init in found.text


@pytest.mark.parametrize("init", ["default", "pretrained"])
def test_silent_otherwise(init):
    assert observe(case({"init": init})).strength < 0.05


def test_not_measured_when_not_stated():
    assert observe(case()) is None
