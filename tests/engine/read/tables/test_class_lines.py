from textwrap import dedent

import pytest

from engine.read.tables.class_lines import class_lines
from tests.engine.read.faults.reading import case_of


def recalls(text):
    lines = dedent(text).strip("\n").split("\n")
    found = class_lines(lines, 0)
    if found is None:
        return None
    return {name: scores.recall for name, scores in found.evaluation.classes.items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            """
            class 0: precision 0.91 recall 1.00 f1 0.95
            class 1: precision 0.10 recall 0.05 f1 0.07
            """,
            {"0": 1.0, "1": 0.05},
        ),
        ("Class cat: recall=0.9\nClass dog: recall=0.1\n", {"cat": 0.9, "dog": 0.1}),
        ("class_0 | acc: 91.5% | n: 400\nclass_1 | acc: 8.5% | n: 20\n", {"0": 0.915, "1": 0.085}),
        ("Accuracy of plane : 55 %\nAccuracy of   car : 70 %\n", {"plane": 0.55, "car": 0.7}),
        (
            "Accuracy for class: plane is 55.0 %\nAccuracy for class: car   is 70.5 %\n",
            {"plane": 0.55, "car": 0.705},
        ),
        ("recall of class 0 = 0.5 (50/100)\nrecall of class 1 = 0.25 (1/4)", {"0": 0.5, "1": 0.25}),
    ],
)
def test_recalls_of_lines(text, expected):
    assert recalls(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "class 0: recall 1.00",
        "class Net: init 3\nclass Loss: init 4",
        "Accuracy of the network: 55 %\nAccuracy of validation: 54 %",
        "Accuracy of plane : 155\nAccuracy of car : 170",
        "class 0: recall\nclass 1: recall",
        "epoch 1 accuracy 0.5\nepoch 2 accuracy 0.6",
    ],
)
def test_other_lines(text):
    assert recalls(text) is None


def test_a_class_that_comes_again_opens_the_next_evaluation():
    rows = [f"class {each}: recall 0.{epoch + each}\n" for epoch in (1, 2) for each in (0, 5)]

    case = case_of({"log.txt": "".join(rows)})

    assert case.classes["per_class_recall"].tolist() == [[0.1, 0.6], [0.2, 0.7]]
    assert not case.series


@pytest.mark.parametrize(
    ("text", "precisions", "counts"),
    [
        (
            "class 0: precision 0.91 recall 1.00 support 400\n"
            "class 1: precision 0.10 recall 0.05 support 20\n",
            [[0.91, 0.1]],
            [[400, 20]],
        ),
        (
            "recall of class 0 = 0.5 (50/100)\nrecall of class 1 = 0.25 (1/4)\n",
            None,
            [[100, 4]],
        ),
        ("class 0: recall 0.5 n: 12\nclass 1: recall 0.25\n", None, None),
    ],
)
def test_precisions_and_counts_of_lines(text, precisions, counts):
    classes = case_of({"log.txt": text}).classes

    found = [classes.get(name) for name in ("per_class_precision", "per_class_count")]
    assert [None if table is None else table.tolist() for table in found] == [precisions, counts]
