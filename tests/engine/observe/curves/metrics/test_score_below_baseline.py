import numpy as np

from engine.observe.curves.metrics.score_below_baseline import observe
from tests.engine.cases import case, healthy

EVEN = {"class_counts": (50.0, 50.0)}


def test_a_negative_r2():
    found = observe(case(val_r2=np.linspace(0, -4, 10)))
    assert found.strength > 0.98
    assert "val_r2 ends at -4 (level of the end: -3.78)" in found.text


def test_accuracy_below_the_largest_class():
    assert observe(case(EVEN, val_accuracy=np.full(10, 0.4))).strength > 0.95


def test_silent_on_useful_scores():
    assert observe(case(val_r2=np.linspace(0, 0.3, 10))).strength < 0.01
    assert observe(case(EVEN, val_accuracy=np.linspace(0.5, 0.8, 10))).strength < 0.01


def test_at_the_baseline_itself_it_stays_open():
    assert 0.1 < observe(case(val_r2=np.full(10, 0.0))).strength < 0.5


def test_not_measured_without_a_baseline():
    assert observe(healthy()) is None
    assert observe(case(EVEN)) is None


def test_the_largest_class_of_the_evaluated_examples():
    found = observe(case(classes={"per_class_count": [[90, 10]]}, val_accuracy=np.full(10, 0.7)))
    assert found.strength > 0.95
    assert "gives 0.900" in found.text
