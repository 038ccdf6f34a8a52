import pytest

from engine.observe.config.batch_size_tiny import observe
from tests.engine.cases import case


@pytest.mark.parametrize("batch", [1.0, 2.0])
def test_one_or_two_samples(batch):
    assert observe(case({"batch_size": batch})).strength > 0.9


def test_silent_on_usual_batches_and_when_gradients_are_accumulated():
    assert observe(case({"batch_size": 16.0})).strength < 0.02
    assert observe(case({"batch_size": 1.0, "accumulation_steps": 32.0})).strength < 0.02


def test_not_measured_without_a_batch_size():
    assert observe(case()) is None
    assert observe(case({"batch_size": 0.0})) is None
