import numpy as np

from engine.observe.curves.validation.validation_matches_training import observe
from tests.engine.cases import case, falling, noisy


def test_two_curves_that_coincide():
    loss = falling(2.3, 0.3, 30, rate=15)
    found = observe(case(train_loss=loss, val_loss=noisy(loss, 0.005)))
    assert found.strength > 0.9
    assert "differ by 0.2%" in found.text


def test_silent_on_an_ordinary_distance():
    assert observe(case(train_loss=falling(2.3, 0.3), val_loss=falling(2.3, 0.4))).strength < 0.1
    assert observe(case(train_loss=falling(2.3, 0.4), val_loss=falling(2.3, 0.3))).strength < 0.1


def test_silent_on_flat_curves():
    assert observe(case(train_loss=np.full(20, 2.3), val_loss=np.full(20, 2.3))).strength < 0.05


def test_not_measured_without_validation():
    assert observe(case(train_loss=np.ones(20))) is None
    assert observe(case({"task": "gan"}, train_loss=np.ones(20), val_loss=np.ones(20))) is None
