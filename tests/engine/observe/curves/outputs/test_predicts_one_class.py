import math

import pytest

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


@pytest.mark.parametrize(
    "scores",
    [
        {"val_f1": [0.4914] * 6},  # the mean of both classes: 0.966 / 1.966
        {"val_f1": [0.9493] * 6},  # weighted by their sizes
        {"val_f1": [0.0] * 6},  # of the smaller class
        {"val_recall": [0.0] * 6},
    ],
)
def test_accuracy_and_another_score_tell_it_for_two_classes(scores):
    found = observe(case(val_accuracy=[0.956] + [0.966] * 5, **scores))

    assert found.strength > 0.8
    assert "one class of two" in found.text


@pytest.mark.parametrize(
    "curves",
    [
        {"val_accuracy": [0.966] * 6, "val_f1": [0.8] * 6},
        {"val_accuracy": [0.95, 0.96, 0.965, 0.96, 0.97, 0.966], "val_f1": [0.4914] * 6},
        {"val_accuracy": [0.5] * 6, "val_f1": [0.333] * 6},
        {"val_accuracy": [0.966] * 6, "val_recall": [0.4914] * 6},
    ],
)
def test_silent_where_the_scores_do_not_say_so(curves):
    assert observe(case(**curves)).strength < 0.05


def test_the_scores_of_many_classes_are_not_judged():
    curves = {"val_accuracy": [0.966] * 6, "val_f1": [0.0] * 6}
    assert observe(case({"n_classes": 10.0}, **curves)) is None
    assert observe(case(val_accuracy=[0.966] * 6)) is None
    assert observe(case(val_accuracy=[0.9, 0.9], val_f1=[0.0, 0.0])) is None
