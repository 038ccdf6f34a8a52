import numpy as np

from engine.observe.curves.validation.test_below_validation import observe
from tests.engine.cases import case


def test_an_untouched_set_scores_clearly_below():
    found = observe(
        case(val_accuracy=np.linspace(0.5, 0.99, 20), test_accuracy=np.linspace(0.5, 0.75, 20))
    )
    assert found.strength > 0.95
    assert "(-0.234)" in found.text


def test_r2_serves_in_regression():
    assert observe(case(val_r2=[0.5, 0.99, 0.99], test_r2=[0.5, 0.7, 0.7])).strength > 0.95


def test_silent_within_sampling_error_and_when_the_test_is_better():
    assert (
        observe(case(val_accuracy=[0.9, 0.9, 0.9], test_accuracy=[0.88, 0.88, 0.88])).strength
        < 0.05
    )
    assert observe(case(val_accuracy=[0.8, 0.8], test_accuracy=[0.9, 0.9])).strength < 0.01


def test_not_measured_without_a_test_set():
    assert observe(case(val_accuracy=[0.9, 0.9])) is None
    assert observe(case(val_accuracy=[0.9, 0.9], test_r2=[0.1, 0.1])) is None
