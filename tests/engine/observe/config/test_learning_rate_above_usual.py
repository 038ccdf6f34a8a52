import pytest

from engine.observe.config.learning_rate_above_usual import observe
from tests.engine.cases import case


@pytest.mark.parametrize(
    ("optimizer", "rate"),
    [("adam", 0.3), ("AdamW", 0.1), ("sgd", 10.0), ("rmsprop", 0.2), ("lion", 0.05)],
)
def test_rates_far_above_the_band_of_their_optimizer(optimizer, rate):
    found = observe(case({"optimizer": optimizer, "learning_rate": rate}))
    assert found.strength > 0.95
    assert f"{rate:g}" in found.text


@pytest.mark.parametrize(
    ("optimizer", "rate"),
    [("adam", 0.001), ("adam", 0.01), ("sgd", 0.1), ("sgd", 0.3), ("adadelta", 1.0)],
)
def test_silent_on_usual_rates(optimizer, rate):
    assert observe(case({"optimizer": optimizer, "learning_rate": rate})).strength < 0.05


def test_not_measured_without_a_known_optimizer_or_a_rate():
    assert observe(case({"learning_rate": 9.0})) is None
    assert observe(case({"optimizer": "own", "learning_rate": 9.0})) is None
    assert observe(case({"optimizer": "adam", "learning_rate": 0.0})) is None
