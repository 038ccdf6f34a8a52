import pytest

from engine.read.tables.find import find_tables


def read(text):
    tables = find_tables([line for line in text.split("\n") if line])
    recalls = [table.classes()["per_class_recall"].tolist() for table in tables if table.classes()]
    return recalls[0][0] if recalls else None, [c.name for t in tables for c in t.curves()]


PRINTS = {
    "numpy": "Confusion matrix:\n[[50  0]\n [40 10]]",
    "numpy on the line": "Confusion matrix: [[50  0]\n [40 10]]",
    "lists": "confusion matrix\n[[50, 0], [40, 10]]",
    "torch": "Confusion matrix:\ntensor([[50,  0],\n        [40, 10]])",
    "torch on a device": "confusion_matrix: tensor([[50,  0],\n        [40, 10]], device='cuda:0')",
    "JAX": "Confusion matrix: Array([[50,  0],\n       [40, 10]], dtype=int32)",
    "pandas": "Confusion matrix\n    0   1\n0  50   0\n1  40  10",
    "crosstab": """confusion
Predicted   0   1  All
True
0          50   0   50
1          40  10   50
All        90  10  100""",
    "markdown": """Confusion matrix
|     | cat | dog |
|-----|-----|-----|
| cat | 50  | 0   |
| dog | 40  | 10  |""",
    "shares": "Normalized confusion matrix\n[[1.  0. ]\n [0.8 0.2]]",
}


@pytest.mark.parametrize("text", PRINTS.values(), ids=PRINTS)
def test_recall_is_the_share_of_each_row_on_the_diagonal(text):
    recalls, curves = read(text)

    assert recalls == [1.0, 0.2]
    assert curves == ["accuracy"]


def test_a_printed_accuracy_is_left_to_its_line():
    assert read("Confusion matrix:\n[[453  33]\n [  1  13]]\nAccuracy: 0.932")[1] == []


@pytest.mark.parametrize(
    "text",
    [
        "[[50  0]\n [40 10]]",
        "weights\n[[50  0]\n [40 10]]",
        "Confusion matrix:\n[[50  0]\n [40 10]\n [1 1]\n [2 2]]",
        "Confusion matrix:\nsee below",
        "Confusion matrix:\ntensor(0.5)",
        "Confusion matrix:\n[[0 0]\n [0 0]]",
        "I see some confusion here",
    ],
)
def test_no_matrix(text):
    assert read(text) == (None, [])
