import numpy as np
import pytest

from engine.observe.curves.metrics.minority_recall_near_zero import observe
from tests.engine.cases import case, healthy


def recalls(*last):
    return {"per_class_recall": [[0.5] * len(last)] * 5 + [list(last)] * 5}


def test_one_class_is_never_found_while_the_total_is_fine():
    found = observe(case({"class_counts": (90.0, 10.0)}, classes=recalls(0.99, 0.02)))
    assert found.strength > 0.9
    assert "Recall of class 1 ends at 0.020" in found.text


def test_without_counts_the_plain_mean_is_the_total():
    assert observe(case(classes=recalls(0.95, 0.9, 0.97, 0.0))).strength > 0.8


def test_without_counts_the_accuracy_is_the_total():
    report = {"per_class_recall": [[1.0, 0.0]]}
    assert observe(case(classes=report, val_accuracy=[0.88])).strength > 0.9
    assert observe(case(classes=report, val_accuracy=[0.5])).strength < 0.1
    assert observe(case(classes=report)).strength < 0.1


def test_silent_when_all_classes_are_found():
    assert observe(case(classes=recalls(0.9, 0.7, 0.8))).strength < 0.05


def test_silent_when_the_whole_model_fails():
    assert observe(case(classes=recalls(1.0, 0.0, 0.0, 0.0))).strength < 0.05


def test_not_measured_without_recalls():
    assert observe(healthy()) is None
    assert observe(case(classes={"per_class_recall": np.full((5, 2), np.nan)})) is None
    assert observe(case(classes={"per_class_recall": np.zeros((0, 2))})) is None


def test_a_class_keeps_its_number_where_another_has_no_samples():
    found = observe(case(classes=recalls(np.nan, 0.95, 0.9, 0.0)))

    assert "Recall of class 3 ends at 0.000" in found.text


def test_the_middle_of_the_band_is_where_seven_in_ten_are_wrong():
    counted = {"per_class_recall": [[1.0, 0.3]], "per_class_count": [[900, 100]]}

    assert observe(case(classes=counted)).strength == pytest.approx(0.5)


def test_the_evaluated_examples_tell_the_total():
    counted = {"per_class_recall": [[0.99, 0.02]], "per_class_count": [[900, 100]]}

    found = observe(case(classes=counted))

    assert found.strength > 0.9
    assert "with 0.893 of all samples right" in found.text


def test_scores_of_answers_that_are_all_one_class_tell_it():
    found = observe(case(val_accuracy=[0.956] + [0.966] * 5, val_f1=[0.489] + [0.491] * 5))

    assert found.strength > 0.8
    assert "val_f1 ends at 0.491" in found.text


def test_a_recall_near_zero_beside_a_high_accuracy_is_that_of_the_rare_class():
    found = observe(case(val_accuracy=np.linspace(0.93, 0.97, 6), val_recall=[0.04] * 6))

    assert found.strength > 0.8
    assert "Recall ends at 0.040 with 0.9" in found.text


@pytest.mark.parametrize(("accuracy", "recall"), [(0.97, 0.8), (0.3, 0.02), (0.6, 0.5)])
def test_other_recalls_say_nothing_about_single_classes(accuracy, recall):
    rising = np.linspace(accuracy - 0.05, accuracy, 6)

    assert observe(case(val_accuracy=rising, val_recall=[recall] * 6)) is None
