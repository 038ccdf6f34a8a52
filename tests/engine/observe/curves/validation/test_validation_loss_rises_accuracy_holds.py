import numpy as np

from engine.observe.curves.validation.validation_loss_rises_accuracy_holds import observe
from tests.engine.cases import TEN_CLASSES, case, falling, healthy

RISING = np.concatenate([falling(2.3, 0.5, 10), np.linspace(0.5, 1.6, 20)])


def test_confidence_grows_wrong_while_the_answers_stay():
    found = observe(
        case(TEN_CLASSES, val_loss=RISING, val_accuracy=1 - falling(0.9, 0.13, 30, rate=20))
    )
    assert found.strength > 0.9
    assert found.span.start == 220


def test_silent_when_the_accuracy_falls_with_it():
    falls = np.concatenate([1 - falling(0.9, 0.15, 10), np.linspace(0.85, 0.6, 20)])
    assert observe(case(TEN_CLASSES, val_loss=RISING, val_accuracy=falls)).strength < 0.05


def test_silent_on_a_learning_run():
    assert observe(healthy()).strength < 0.05


def test_not_measured_without_accuracy_or_with_few_points():
    assert observe(case(val_loss=RISING)) is None
    assert observe(case(val_loss=[1.0, 2.0], val_accuracy=[0.5, 0.5])) is None
