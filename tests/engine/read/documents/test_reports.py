import numpy as np
import pytest

from engine.read.documents.reports import class_recalls, overall_scores, recalls_of_confusion

ROW = {"precision": 0.5, "recall": 0.25, "f1-score": 0.3, "support": 4}


def test_recalls_of_the_classes_without_the_means():
    report = {"0": ROW, "1": ROW | {"recall": 1}, "macro avg": ROW, "accuracy": 0.5}

    assert class_recalls(report).tolist() == [[0.25, 1.0]]


@pytest.mark.parametrize(
    "report", [{}, {"0": ROW}, {"0": ROW, "1": 3}, {"0": ROW, "1": ROW | {"recall": "x"}}]
)
def test_no_report(report):
    assert class_recalls(report) is None


def test_scores_of_all_classes():
    assert overall_scores({"0": ROW, "accuracy": 0.5, "macro avg": ROW}) == {
        "accuracy": 0.5,
        "macro_precision": 0.5,
        "macro_recall": 0.25,
        "macro_f1-score": 0.3,
    }


def test_recalls_of_a_confusion_matrix():
    recalls = recalls_of_confusion([[3, 1], [0, 0]])

    assert recalls[0, 0] == 0.75
    assert np.isnan(recalls[0, 1])


@pytest.mark.parametrize("matrix", [None, [], [[1]], [[1, 2]], [[1, 2], [3]], [[1, 2], [3, -1]]])
def test_no_confusion_matrix(matrix):
    assert recalls_of_confusion(matrix) is None
