import pytest

from engine.read.tables.find import find_tables

REPORT = """
              precision    recall  f1-score   support

           0       1.00      0.93      0.96       486
    New York       0.28      0.00      0.00        14

    accuracy                           0.93       500
   macro avg       0.64      0.47      0.70       500
weighted avg       0.98      0.93      0.95       500
"""
COCO = """
 Average Precision  (AP) @[ IoU=0.50:0.95 | area=   all | maxDets=100 ] = 0.123
 Average Precision  (AP) @[ IoU=0.50      | area=   all | maxDets=100 ] = 0.223
 Average Precision  (AP) @[ IoU=0.50:0.95 | area= small | maxDets=100 ] = -1.000
 Average Recall     (AR) @[ IoU=0.50:0.95 | area=   all | maxDets=  1 ] = 0.05
"""


def read(text, keep_blanks=False):
    lines = text.split("\n")
    tables = find_tables(lines if keep_blanks else [line for line in lines if line])
    curves = {f"{c.split} {c.name}": c.y.tolist() for table in tables for c in table.curves()}
    classes = {name: rows.tolist() for table in tables for name, rows in table.classes().items()}
    return curves, classes


@pytest.mark.parametrize("keep_blanks", [True, False])
def test_classification_report(keep_blanks):
    curves, classes = read(REPORT, keep_blanks)

    assert curves["val accuracy"] == [0.93]
    assert curves["val macro avg/recall"] == [0.47]
    assert not any("weighted" in name for name in curves)
    assert classes == {
        "per_class_recall": [[0.93, 0.0]],
        "per_class_precision": [[1.0, 0.28]],
        "per_class_count": [[486, 14]],
    }


def test_reports_below_each_other_are_points():
    curves, classes = read(REPORT + "epoch done\n" + REPORT)

    assert curves["val accuracy"] == [0.93, 0.93]
    assert classes["per_class_recall"] == [[0.93, 0.0], [0.93, 0.0]]


def test_the_heading_names_the_split():
    curves, _ = read("Results on the test set:" + REPORT)

    assert curves["test accuracy"] == [0.93]


def test_summary_of_coco():
    assert read(COCO)[0] == {"val mAP": [0.123], "val mAP50": [0.223], "val AR_1": [0.05]}
    assert read(COCO + "next\n" + COCO)[0]["val mAP"] == [0.123, 0.123]


def test_table_of_classes_of_a_detector():
    text = """
+---------+-----+------+--------+-------+
| class   | gts | dets | recall | ap    |
+---------+-----+------+--------+-------+
| person  | 10  | 20   | 0.500  | 0.300 |
| car     | 0   | 5    | 0.000  | 0.000 |
+---------+-----+------+--------+-------+
| mAP     |     |      |        | 0.150 |
+---------+-----+------+--------+-------+"""

    assert read(text) == (
        {"val mAP": [0.15]},
        {"per_class_recall": [[0.5, 0.0]], "per_class_count": [[10, 0]]},
    )


def test_all_classes_of_a_detector_and_each():
    text = """
                 Class     Images  Instances          P          R      mAP50   mAP50-95: 100%|███
                   all        128        929      0.577      0.414      0.459      0.279
                person        128        254       0.78      0.611      0.718      0.433
               bicycle        128          6          1          0     0.0581     0.0411"""
    curves, classes = read(text)

    assert curves["val mAP50"] == [0.459]
    assert classes == {
        "per_class_recall": [[0.611, 0.0]],
        "per_class_precision": [[0.78, 1.0]],
        "per_class_count": [[254, 6]],
    }


@pytest.mark.parametrize(
    "head",
    [
        "",
        "  Class     Images    Labels          P         R     mAP@.5 mAP@.5:.95: 100%|██████\n",
    ],
)
def test_line_over_all_classes_with_and_without_its_header(head):
    curves, _ = read(
        head + "     all        557       1740          0          0          0          0"
    )

    assert list(curves.values()) == [[0.0]] * 4
    assert set(curves) >= {"val precision", "val recall"}


def test_metrics_below_their_heading():
    text = """
-------------------------------------
  Test metric          DataLoader 0
-------------------------------------
   test_acc                0.93
   test_loss               0.2"""

    assert read(text)[0] == {"test test_acc": [0.93], "test test_loss": [0.2]}


@pytest.mark.parametrize(
    "text",
    [
        "precision recall f1-score support",
        "precision recall f1-score support\nthe rest is missing",
        "Average Precision (AP) @[ IoU=0.50:0.95 | area= all ] = 0.1",
        "all 1 2 3 4 5 6",
        "all 5 things are fine",
        "Test metric   value\nnothing here",
    ],
)
def test_no_report(text):
    assert read(text) == ({}, {})
