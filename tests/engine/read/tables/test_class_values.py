import pytest

from engine.read.tables.class_values import (
    Placed,
    curves_of_evaluations,
    evaluations_in,
    is_average,
    is_overall,
    recalls_of,
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

    assert found.recalls == {"0": 0.9, "1": 0.1}
    assert found.values == {
        "accuracy": 0.8,
        "macro avg/precision": 0.65,
        "macro avg/recall": 0.5,
        "macro avg/f1-score": 0.57,
    }


def test_a_repeated_row_begins_another_evaluation():
    found = evaluations_in(NAMES, ROWS * 2)

    assert [each.place for each in found] == [4, 9]
    assert recalls_of(found)["per_class_recall"].shape == (2, 2)
    curves = curves_of_evaluations(found, Placed("g", "val", [1, 2]))
    assert {curve.x_name for curve in curves} == {"epoch"}
    assert {curve.grain for curve in curves} == {""}


def test_other_classes_have_no_common_array():
    first, second = evaluations_in(NAMES, ROWS * 2)
    second.recalls = {"0": 1.0}

    assert recalls_of([first, second]) == {}
    assert recalls_of([]) == {}


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
