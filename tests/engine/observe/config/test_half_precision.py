import pytest

from engine.observe.config.half_precision import observe
from engine.scales import SEEN
from tests.engine.cases import case


@pytest.mark.parametrize(
    "config",
    [
        {"precision": "fp16"},
        {"precision": "16-mixed"},
        {"precision": "torch.float16"},
        {"fp16": True},
    ],
)
def test_half_precision(config):
    assert observe(case(config)).strength > 0.95


def test_mixed_precision_of_unstated_type_may_be_either_and_is_no_sign():
    assert 0.3 < observe(case({"amp": True})).strength < SEEN


@pytest.mark.parametrize(
    "config",
    [
        {"precision": "bf16"},
        {"precision": "fp32"},
        {"precision": "bf16-mixed"},
        {"fp16": False},
        {"amp": False},
    ],
)
def test_silent_on_other_types(config):
    assert observe(case(config)).strength < 0.05


def test_not_measured_without_a_type():
    assert observe(case()) is None
