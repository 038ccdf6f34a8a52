import numpy as np

from engine.observe.curves.metrics.accuracy_equals_majority_share import observe
from tests.engine.cases import case, healthy

UNEVEN = {"class_counts": (90.0, 10.0), "n_val": 200.0}


def test_accuracy_at_the_share_of_the_largest_class():
    found = observe(case(UNEVEN, val_accuracy=np.full(10, 0.905)))
    assert found.strength > 0.9
    assert "the largest class makes up 0.900 of the data" in found.text


def test_without_a_validation_size_the_tolerance_is_fixed():
    assert (
        observe(case({"class_counts": (90.0, 10.0)}, train_accuracy=np.full(10, 0.901))).strength
        > 0.9
    )


def test_silent_when_the_classes_are_balanced():
    assert (
        observe(case({"class_counts": (50.0, 50.0)}, val_accuracy=np.full(10, 0.5))).strength < 0.05
    )


def test_silent_when_the_accuracy_is_elsewhere():
    assert observe(case(UNEVEN, val_accuracy=np.full(10, 0.99))).strength < 0.1


def test_not_measured_without_class_counts():
    assert observe(healthy()) is None
    assert observe(case(UNEVEN)) is None


def test_shares_of_the_evaluated_examples_are_for_the_accuracy_on_them():
    counted = {"per_class_count": [[900, 100]]}

    assert observe(case(classes=counted, val_accuracy=np.full(10, 0.901))).strength > 0.9
    # 10,000 examples scatter by 0.003, so the same distance is no longer chance
    many = {"per_class_count": [[9000, 1000]]}
    assert observe(case(classes=many, val_accuracy=np.full(10, 0.913))).strength < 0.1
    assert observe(case(classes=counted, train_accuracy=np.full(10, 0.9))) is None
