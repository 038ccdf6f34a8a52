import math

import pytest

from engine.read.parts.class_scores import ClassScores
from engine.read.tables.class_values import (
    Placed,
    curves_of_evaluations,
    evaluations_in,
    is_average,
    is_overall,
)

NAMES = ["", "precision", "recall", "f1-score", "support"]
ROWS = [
    ["0", "1.0", "0.9", "0.95", "10"],
    ["1", "0.3", "0.1", "0.2", "5"],
    ["accuracy", "0.8", "0.8", "0.8", "0.8"],
    ["macro avg", "0.65", "0.5", "0.57", "15"],
    ["weighted avg", "0.7", "0.8", "0.7", "15"],
]


def test_report_as_a_table():
    (found,) = evaluations_in(NAMES, ROWS)

    assert found.classes == {"0": ClassScores(0.9, 1.0, 10), "1": ClassScores(0.1, 0.3, 5)}
    assert found.values == {
        "accuracy": 0.8,
        "macro avg/precision": 0.65,
        "macro avg/recall": 0.5,
        "macro avg/f1-score": 0.57,
    }


def test_a_repeated_row_begins_another_evaluation():
    found = evaluations_in(NAMES, ROWS * 2)

    assert [each.place for each in found] == [4, 9]
    curves = curves_of_evaluations(found, Placed("g", "val", [1, 2]))
    assert {curve.x_name for curve in curves} == {"epoch"}
    assert {curve.grain for curve in curves} == {""}


def test_a_class_that_is_never_predicted_has_no_precision_and_one_without_data_is_left_out():
    rows = [["a", "nan", "0", "0", "7"], ["b", "0.9", "1", "0.9", "9"], ["c", "0", "nan", "0", "0"]]

    (found,) = evaluations_in(["class", *NAMES[1:]], rows)

    assert list(found.classes) == ["a", "b"]
    assert math.isnan(found.classes["a"].precision)
    assert found.classes["a"].examples == 7


@pytest.mark.parametrize(
    ("names", "rows"),
    [
        (["epoch", "precision", "recall"], [["1", "0.5", "0.6"]]),
        (["", "precision", "recall"], [["0", "0.5", "0.6"]]),
        (["class", "recall"], [["a", "0.5"]]),
        ([], []),
    ],
)
def test_tables_that_are_of_no_classes(names, rows):
    assert evaluations_in(names, rows) == []


def test_labels_over_all_classes():
    assert is_overall("all")
    assert is_overall("mAP")
    assert is_average("macro avg")
    assert not is_overall("person")
    assert not is_average("all")
