import pytest

from engine.read.tables.find import find_tables
from tests.together import together


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
    "crosstab without margins": """confusion
Predicted   0   1
True
0          50   0
1          40  10""",
    "crosstab without a heading": """Predicted  no  yes
Actual
no         50    0
yes        40   10""",
    "crosstab of answers by truth": """confusion
Actual      0   1
Predicted
0          50  40
1           0  10""",
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


@pytest.mark.parametrize("text", PRINTS.values(), ids=PRINTS)
def test_a_matrix_of_counts_tells_precision_and_number_of_each_class(text):
    (table,) = find_tables([line for line in text.split("\n") if line])
    classes = table.classes()

    if "Normalized" in text:
        assert classes.keys() == {"per_class_recall"}
    else:
        assert classes["per_class_precision"].tolist() == [[50 / 90, 1.0]]
        assert classes["per_class_count"].tolist() == [[50, 50]]


def test_margins_of_pandas_and_classes_that_do_not_occur():
    text = """Confusion Matrix
Predicted  False   True   None  __all__
Actual
False       1805     35      0     1840
True         221     93      0      314
None           0      0      0        0
__all__     2026    128      0     2154"""
    (table,) = find_tables(text.split("\n"))
    classes = {name: rows.tolist() for name, rows in table.classes().items()}

    assert classes == {
        "per_class_recall": [[1805 / 1840, 93 / 314]],
        "per_class_precision": [[1805 / 2026, 93 / 128]],
        "per_class_count": [[1840, 314]],
    }


def test_a_printed_accuracy_is_left_to_its_line():
    assert read("Confusion matrix:\n[[453  33]\n [  1  13]]\nAccuracy: 0.932")[1] == []


@together(
    "text",
    [
        "[[50  0]\n [40 10]]",
        "weights\n[[50  0]\n [40 10]]",
        "Confusion matrix:\n[[50  0]\n [40 10]\n [1 1]\n [2 2]]",
        "Confusion matrix:\nsee below",
        "Confusion matrix:\ntensor(0.5)",
        "Confusion matrix:\n[[0 0]\n [0 0]]",
        "I see some confusion here",
        "Predicted 50 0\nno truth\n0 50 0\n1 40 10",
        "Predicted 50 0",
        "Confusion matrix:\n[[\u0665\u0660 \u0660]\n [\u0664\u0660 \u0661\u0660]]",
    ],
)
def test_no_matrix(text):
    assert read(text) == (None, [])
