import pytest

from engine.observe.config.softmax_before_cross_entropy import observe
from tests.engine.cases import case

SOFTMAX = {"output_activation": "softmax", "loss": "cross_entropy"}


@pytest.mark.parametrize(
    "more",
    [
        {"framework": "pytorch"},
        {"loss": "CrossEntropyLoss"},
        {"loss": "categorical_crossentropy", "from_logits": True},
    ],
)
def test_a_softmax_and_a_loss_that_applies_one(more):
    found = observe(case(SOFTMAX | more))
    assert found.strength > 0.8
    assert "of its own" in found.text


@pytest.mark.parametrize(
    "more",
    [
        {"framework": "keras", "loss": "categorical_crossentropy"},
        {"loss": "sparse_categorical_crossentropy"},
        {"from_logits": False},
        {"loss": "nll"},
        {"output_activation": "linear", "framework": "pytorch"},
    ],
)
def test_silent_where_the_two_fit(more):
    assert observe(case(SOFTMAX | more)).strength < 0.05


def test_not_measured_without_both():
    assert observe(case({"loss": "cross_entropy"})) is None
    assert observe(case({"output_activation": "softmax"})) is None
