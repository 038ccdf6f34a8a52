import numpy as np

from engine.observe.curves.loss.still_improving_at_end import observe
from tests.engine.cases import case, falling, healthy, noise


def test_a_loss_that_falls_to_its_end_is_seen():
    found = observe(case(train_loss=np.linspace(2.0, 1.0, 20) + noise(20, 0.005)))

    assert found.strength > 0.9
    assert "last 4 points" in found.text


def test_the_validation_loss_comes_first():
    straight = np.linspace(2.0, 1.0, 20)
    settled = falling(2.0, 0.5, 20, rate=20)

    assert observe(case(train_loss=straight, val_loss=settled)).strength < 0.1
    assert observe(case(train_loss=settled, val_loss=straight)).strength > 0.9


def test_silent_on_a_settled_run_and_on_noise():
    assert observe(healthy(40)).strength < 0.3
    assert observe(case(train_loss=1 + noise(40, 0.1))).strength < 0.5
    assert observe(case(train_loss=np.linspace(1.0, 2.0, 20))).strength < 0.05


def test_not_measured_with_few_points():
    assert observe(case(train_loss=np.linspace(2.0, 1.0, 4))) is None
    assert observe(case(val_accuracy=np.linspace(0.1, 0.9, 20))) is None
