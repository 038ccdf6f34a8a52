import pytest

from engine.observe.curves.metrics.other_threshold_much_better import observe
from tests.engine.cases import case, healthy


def scored(area, *recalls):
    return case(val_auc=[area] * 10, classes={"per_class_recall": [list(recalls)] * 10})


def test_a_good_ranking_with_a_class_that_is_missed():
    found = observe(scored(0.95, 0.999, 0.09))

    assert found.strength > 0.95
    assert "a balanced accuracy of 0.84 or more; the one in use has 0.54" in found.text


def test_silent_when_the_threshold_in_use_is_good():
    assert observe(scored(0.95, 0.96, 0.71)).strength < 0.05


def test_silent_when_no_threshold_is_sure_to_help():
    assert observe(scored(0.53, 1.0, 0.0)).strength < 0.05
    assert observe(scored(0.3, 1.0, 0.0)).strength < 0.05


def test_not_measured_with_more_than_two_classes():
    assert observe(scored(0.95, 0.99, 0.1, 0.2)) is None


def test_not_measured_without_area_or_recalls():
    assert observe(healthy()) is None
    assert observe(case(val_auc=[0.9] * 10)) is None
    assert observe(case(classes={"per_class_recall": [[1.0, 0.0]] * 10})) is None


@pytest.mark.parametrize("area", [1.5, -0.2])
def test_not_measured_with_an_area_that_cannot_be(area):
    assert observe(scored(area, 1.0, 0.0)) is None
