import numpy as np

from engine.observe.curves.metrics.accuracy_at_chance_level import observe
from tests.engine.cases import TEN_CLASSES, case, healthy, noise


def test_accuracy_where_guessing_puts_it():
    found = observe(case(TEN_CLASSES, val_accuracy=0.1 + noise(20, 0.01)))
    assert found.strength > 0.95
    assert "gives 0.100" in found.text


def test_naming_the_largest_class_is_guessing_too():
    assert (
        observe(case({"class_counts": (90.0, 10.0)}, val_accuracy=np.full(10, 0.9))).strength > 0.95
    )


def test_training_accuracy_serves_where_validation_has_none():
    found = observe(case(TEN_CLASSES, train_accuracy=np.full(10, 0.11)))
    assert found.strength > 0.9
    assert found.source == "metrics.train_accuracy"


def test_silent_on_learning_and_on_weak_learning():
    assert observe(healthy()).strength < 0.01
    assert observe(case(TEN_CLASSES, val_accuracy=np.linspace(0.1, 0.45, 20))).strength < 0.05


def test_not_measured_without_classes_or_with_one_class():
    assert observe(case(val_accuracy=[0.1, 0.1])) is None
    assert observe(case({"class_counts": (9.0, 0.0)}, val_accuracy=[1.0, 1.0])) is None


def test_not_measured_at_a_chosen_threshold():
    rare = {"class_counts": (995.0, 5.0), "threshold": 0.02}

    assert observe(case(rare, val_accuracy=np.full(10, 0.96))) is None


def test_one_point_is_enough_where_the_loss_agrees():
    found = observe(case(train_loss=[4.6052], train_accuracy=[0.01]))

    assert found.strength >= 0.8
    assert "among 100 classes" in found.text
    assert observe(case(train_loss=[1.1], train_accuracy=[0.01])) is None
    assert observe(case({"threshold": 0.1}, train_loss=[0.6931], train_accuracy=[0.5])) is None


def test_evaluated_examples_tell_the_guess_for_the_accuracy_on_them():
    counted = {"per_class_count": [[900, 100]]}

    assert observe(case(classes=counted, val_accuracy=np.full(10, 0.9))).strength > 0.95
    assert observe(case(classes=counted, train_accuracy=np.full(10, 0.9))) is None
