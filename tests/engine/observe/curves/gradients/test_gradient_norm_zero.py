import pytest

from engine.observe.curves.gradients.gradient_norm_zero import observe
from tests.engine.cases import case


@pytest.mark.parametrize("norms", [[0.0] * 10, [0.3, 0.0, 0.0, 0.0, 0.0, 0.0]])
def test_a_norm_of_exactly_zero_is_seen(norms):
    found = observe(case(grad_norm=norms))

    assert found.strength > 0.95
    assert "exactly 0" in found.text


def test_silent_on_small_norms_and_on_a_single_zero():
    assert observe(case(grad_norm=[1e-9] * 10)).strength < 0.05
    assert observe(case(grad_norm_step=[0.0, *[0.4] * 30])).strength < 0.05


def test_not_measured_with_few_points():
    assert observe(case(grad_norm=[0.0])) is None
    assert observe(case(train_loss=[0.0] * 5)) is None
