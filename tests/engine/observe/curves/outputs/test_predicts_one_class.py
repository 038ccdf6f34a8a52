import math

from engine.observe.curves.outputs.predicts_one_class import observe
from tests.engine.cases import case, healthy


def test_a_single_class_for_everything():
    found = observe(case(classes={"per_class_recall": [[0.0, 1.0, 0.0]] * 6}))
    assert found.strength > 0.95
    assert "for class 1 and at 0.000 or less" in found.text


def test_a_class_keeps_its_number_where_another_has_no_samples():
    found = observe(case(classes={"per_class_recall": [[math.nan, 0.0, 1.0]] * 6}))

    assert "for class 2 and at 0.000 or less" in found.text


def test_silent_when_two_classes_are_found():
    assert observe(case(classes={"per_class_recall": [[0.0, 0.8, 0.7]] * 6})).strength < 0.05


def test_silent_when_no_class_is_found_fully():
    assert observe(case(classes={"per_class_recall": [[0.1, 0.5, 0.1]] * 6})).strength < 0.1


def test_not_measured_without_recalls():
    assert observe(healthy()) is None
