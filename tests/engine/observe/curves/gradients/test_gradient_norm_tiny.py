import numpy as np

from engine.observe.curves.gradients.gradient_norm_tiny import observe
from tests.engine.cases import TEN_CLASSES, case, falling, healthy

STUCK = np.full(20, 2.3)


def test_no_gradient_while_everything_is_left_to_learn():
    found = observe(case(TEN_CLASSES, train_loss=STUCK, grad_norm=np.full(20, 1e-4)))
    assert found.strength > 0.9
    assert "100%" in found.text


def test_silent_when_the_loss_is_gone_with_it():
    done = case(
        TEN_CLASSES,
        train_loss=falling(2.3, 1e-4, 20, rate=20),
        grad_norm=falling(1, 1e-5, 20, rate=20),
    )
    assert observe(done).strength < 0.05


def test_silent_on_ordinary_norms():
    assert observe(case(TEN_CLASSES, train_loss=STUCK, grad_norm=np.full(20, 0.2))).strength < 0.05
    assert observe(healthy(grad_norm=falling(1, 0.1))).strength < 0.05


def test_not_measured_without_a_norm_or_a_scale():
    assert observe(healthy()) is None
    assert observe(case(train_loss=STUCK, grad_norm=STUCK)) is None
    assert observe(case({"task": "gan"}, train_accuracy=STUCK, grad_norm=STUCK)) is None
