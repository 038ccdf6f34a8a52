import math

import pytest

from engine.observe.curves.metrics.class_predicted_too_rarely import observe
from tests.engine.cases import case, healthy
from tests.engine.read.faults.reading import case_of

NEVER = math.nan  # the precision of a class that is never predicted


def scores(recall, precision, count=None):
    tables = {"per_class_recall": [recall], "per_class_precision": [precision]}
    return tables if count is None else tables | {"per_class_count": [count]}


def matrix(*rows):
    """Read a confusion matrix as numpy prints it."""
    printed = "\n ".join(str(list(row)) for row in rows)
    return case_of({"log.txt": f"Confusion matrix:\n[{printed}]\n"})


def test_a_class_is_predicted_two_fifths_as_often_as_it_occurs():
    found = observe(matrix([1805, 35], [221, 93]))

    assert found.strength > 0.8
    assert found.text == "Class 1 is predicted 128 times and occurs 314 times."


def test_rounded_scores_tell_the_number_about():
    found = observe(case(classes=scores([0.99, 0.27], [0.87, 0.89], [3104, 612])))

    assert found.strength > 0.9
    assert found.text == "Class 1 is predicted about 186 times and occurs 612 times."


def test_without_counts_the_rate_is_told():
    found = observe(case(classes=scores([0.95, 0.9, 0.3], [0.75, 0.9, 0.9])))

    assert found.strength > 0.9
    assert found.text == "Class 2 is predicted 0.33 times as often as it occurs."


def test_the_middle_of_the_band_is_half_as_often():
    found = observe(matrix([880, 20], [120, 80]))

    assert found.strength == pytest.approx(0.5)


def test_a_class_that_is_never_predicted_is_predicted_0_times():
    found = observe(case(classes=scores([1.0, 0.0], [0.9, NEVER], [900, 100])))

    assert found.strength > 0.9
    assert found.text == "Class 1 is predicted 0 times and occurs 100 times."


@pytest.mark.parametrize(
    "rows",
    [
        ([940, 60], [50, 950]),
        ([880, 20, 0], [30, 260, 10], [5, 15, 80]),
        ([900, 50], [30, 20]),  # poor on the rare class, yet it is predicted often enough
    ],
)
def test_silent_on_healthy_matrices(rows):
    assert observe(matrix(*rows)).strength < 0.05


@pytest.mark.parametrize(
    "rows",
    [
        ([480, 20], [470, 30]),
        ([95, 5, 0], [90, 7, 3], [92, 4, 4]),
        ([500, 0], [500, 0]),
    ],
)
def test_silent_where_all_classes_fail(rows):
    assert observe(matrix(*rows)).strength < 0.05


def test_classes_of_few_examples_are_not_judged():
    few = scores([0.99, 0.9, 0.1], [0.97, 0.9, 1.0], [900, 300, 19])

    assert observe(case(classes=few)).strength < 0.05
    assert observe(case(classes=few | {"per_class_count": [[900, 300, 20]]})).strength > 0.9


def test_not_measured_without_precisions_or_a_class_to_judge():
    assert observe(healthy()) is None
    assert observe(case(classes={"per_class_recall": [[1.0, 0.2]]})) is None
    assert observe(case(classes=scores([1.0, 0.0], [0.0, 0.0], [50, 50]))) is None
    assert observe(case(classes=scores([1.0, 0.1], [1.0, 1.0], [5, 5]))) is None


def test_a_printed_precision_of_0_is_no_rate():
    """Reports print 0 where a class is never predicted and where no prediction of it is right."""
    assert observe(case(classes=scores([1.0, 0.0], [0.95, 0.0], [950, 50]))).strength < 0.05


def test_a_detector_with_few_boxes_of_all_classes_alike():
    few_of_all = scores([0.45, 0.3, 0.25], [0.8, 0.65, 0.6], [254, 100, 60])
    few_of_one = scores([0.7, 0.65, 0.1], [0.8, 0.75, 0.7], [254, 100, 60])

    assert observe(case(classes=few_of_all)).strength < 0.2
    assert observe(case(classes=few_of_one)).strength > 0.9
