import numpy as np
import pytest

from engine.read.documents.reports import overall_scores, tables_of_confusion, tables_of_report

ROW = {"precision": 0.5, "recall": 0.25, "f1-score": 0.3, "support": 4}


def test_scores_of_the_classes_without_the_means():
    report = {"0": ROW, "1": ROW | {"recall": 1}, "macro avg": ROW, "accuracy": 0.5}

    tables = tables_of_report(report)

    assert {name: table.tolist() for name, table in tables.items()} == {
        "per_class_recall": [[0.25, 1.0]],
        "per_class_precision": [[0.5, 0.5]],
        "per_class_count": [[4, 4]],
    }


def test_scores_that_a_class_lacks_have_no_table():
    report = {"0": ROW, "1": {"precision": None, "recall": 1}}

    assert set(tables_of_report(report)) == {"per_class_recall"}


@pytest.mark.parametrize(
    "report", [{}, {"0": ROW}, {"0": ROW, "1": 3}, {"0": ROW, "1": ROW | {"recall": "x"}}]
)
def test_no_report(report):
    assert tables_of_report(report) == {}


def test_scores_of_all_classes():
    assert overall_scores({"0": ROW, "accuracy": 0.5, "macro avg": ROW}) == {
        "accuracy": 0.5,
        "macro_precision": 0.5,
        "macro_recall": 0.25,
        "macro_f1-score": 0.3,
    }


def test_scores_of_a_confusion_matrix():
    tables = tables_of_confusion([[3, 1], [0, 0]])
    recalls = tables["per_class_recall"]

    assert recalls[0, 0] == 0.75
    assert np.isnan(recalls[0, 1])
    assert tables["per_class_precision"].tolist() == [[1.0, 0.0]]
    assert tables["per_class_count"].tolist() == [[4, 0]]


@pytest.mark.parametrize("matrix", [None, [], [[1]], [[1, 2]], [[1, 2], [3]], [[1, 2], [3, -1]]])
def test_no_confusion_matrix(matrix):
    assert tables_of_confusion(matrix) == {}
