import pytest

from engine.observe.config.deep_without_normalization import observe
from tests.engine.cases import case

DEEP = {"depth": 12.0, "normalization": "none"}


@pytest.mark.parametrize("config", [DEEP, {"depth": 12.0, "normalization": False}])
def test_many_plain_layers(config):
    found = observe(case(config))
    assert found.strength > 0.95
    assert "12 layers" in found.text


@pytest.mark.parametrize(
    "more",
    [
        {"normalization": "batch"},
        {"normalization": True},
        {"model_kind": "resnet18"},
        {"residual": True},
        {"depth": 3.0},
    ],
)
def test_silent_with_help_or_few_layers(more):
    assert observe(case(DEEP | more)).strength < 0.05


def test_not_measured_when_not_stated():
    assert observe(case({"depth": 12.0})) is None
    assert observe(case({"normalization": "none"})) is None
