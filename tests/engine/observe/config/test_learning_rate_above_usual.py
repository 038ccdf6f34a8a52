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


@pytest.mark.parametrize("optimizer", [{}, {"optimizer": "own"}])
def test_an_unknown_optimizer_has_the_rates_of_sgd(optimizer):
    high = observe(case({"learning_rate": 9.0} | optimizer))

    assert high.strength > 0.95
    assert "not known" in high.text
    assert observe(case({"learning_rate": 0.1} | optimizer)) is None


def test_the_highest_recorded_rate_stands_in_for_a_setting():
    found = observe(case(lr=[0.1, 9.0, 9.0]))

    assert found.strength > 0.95
    assert found.source == "metrics.lr"
    assert observe(case({"optimizer": "adam"}, lr=[1e-4, 1e-3])).strength < 0.05


def test_not_measured_without_a_rate():
    assert observe(case()) is None
    assert observe(case({"optimizer": "adam", "learning_rate": 0.0})) is None
