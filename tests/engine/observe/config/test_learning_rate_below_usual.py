import pytest

from engine.observe.config.learning_rate_below_usual import observe
from tests.engine.cases import case


@pytest.mark.parametrize(
    ("optimizer", "rate"), [("adam", 2e-6), ("torch.optim.Adam", 1e-7), ("sgd", 1e-5)]
)
def test_rates_far_below_the_band_of_their_optimizer(optimizer, rate):
    assert observe(case({"optimizer": optimizer, "learning_rate": rate})).strength > 0.95


@pytest.mark.parametrize(("optimizer", "rate"), [("adam", 3e-4), ("adam", 6e-5), ("sgd", 1e-3)])
def test_silent_on_usual_rates(optimizer, rate):
    assert observe(case({"optimizer": optimizer, "learning_rate": rate})).strength < 0.05


def test_silent_on_fine_tuning():
    assert (
        observe(case({"optimizer": "adamw", "learning_rate": 1e-5, "pretrained": True})).strength
        < 0.05
    )


def test_not_measured_without_a_rate():
    assert observe(case({"optimizer": "adam"})) is None
