"""Values that stand once: reports, tables of results, and lines of one evaluation."""

# ruff: noqa: E501  (lines of logs stand as tools write them)

import pytest

from tests.engine.read.faults.reading import assert_reads, case_of, given
from tests.together import together

LINES = [  # answers F07, F08
    given(
        "one line of an old Keras",
        "50000/50000 [==] - 38s - loss: 4.6052 - accuracy: 0.0100 - val_loss: 4.6052 - val_accuracy: 0.0100",
        train_loss=[4.6052],
        train_accuracy=[0.01],
        val_loss=[4.6052],
        val_accuracy=[0.01],
    ),
    given(
        "one line without a bar",
        "loss: 2.3026 - accuracy: 0.1000 - val_loss: 2.3026 - val_accuracy: 0.1000",
        train_loss=[2.3026],
        train_accuracy=[0.1],
        val_loss=[2.3026],
        val_accuracy=[0.1],
    ),
    given(
        "metrics of an evaluation alone",
        """
        ***** eval metrics *****
          epoch                   =        3.0
          eval_loss               =        nan
          eval_accuracy           =     0.5012
          eval_runtime            = 0:00:01.20
          eval_samples_per_second =     80.012
        """,
        val_loss=[float("nan")],
        val_accuracy=[0.5012],
    ),
    given(
        "YOLO's row of all classes",
        """
                         Class     Images     Labels          P          R     mAP@.5 mAP@.5:.95
                           all        557       1740          0          0          0          0
        """,
        val_precision=[0.0],
        val_recall=[0.0],
        val_map=[0.0],
    ),
    given(
        "COCO's lines",
        """
         Average Precision  (AP) @[ IoU=0.50:0.95 | area=   all | maxDets=100 ] = 0.213
         Average Precision  (AP) @[ IoU=0.50      | area=   all | maxDets=100 ] = 0.401
         Average Recall     (AR) @[ IoU=0.50:0.95 | area=   all | maxDets=100 ] = 0.330
        """,
        val_map=[0.213],
        val_map50=[0.401],
    ),
    given(
        "a box of Stable Baselines alone",
        """
        -----------------------------------------
        | rollout/                |             |
        |    ep_len_mean          | 21.5        |
        |    ep_rew_mean          | 21.5        |
        | time/                   |             |
        |    fps                  | 1026        |
        |    total_timesteps      | 2048        |
        | train/                  |             |
        |    approx_kl            | 0.0085      |
        |    value_loss           | 51.2        |
        -----------------------------------------
        """,
        reward=[21.5],
        episode_length=[21.5],
        approx_kl=[0.0085],
        value_loss=[51.2],
    ),
    given(
        "a Markdown table of results",
        """
        | split | loss | accuracy |
        |-------|------|----------|
        | train | 0.10 | 0.99     |
        | val   | 1.90 | 0.61     |
        """,
        train_loss=[0.1],
        train_accuracy=[0.99],
        val_loss=[1.9],
        val_accuracy=[0.61],
    ),
    given(
        "the end of a test in Lightning's box",
        """
        ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
        ┃        Test metric        ┃       DataLoader 0        ┃
        ┡━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━━━━┩
        │         test_acc          │    0.5012000203132629     │
        │         test_loss         │    1.2100000381469727     │
        └───────────────────────────┴───────────────────────────┘
        """,
        test_accuracy=[0.5012],
        test_loss=[1.21],
    ),
]

TABLES = LINES


@together("text, series, config", TABLES)
def test_single_values(text, series, config):
    rounded = {
        name: pytest.approx(values, rel=1e-4, nan_ok=True) for name, values in series.items()
    }
    found = {name: curve.y.tolist() for name, curve in case_of({"log.txt": text}).series.items()}

    assert {name: found.get(name) for name in series} == rounded


REPORT = """
              precision    recall  f1-score   support

           0       0.80      1.00      0.89       240
           1       0.00      0.00      0.00        60

    accuracy                           0.80       300
   macro avg       0.40      0.50      0.44       300
weighted avg       0.64      0.80      0.71       300
"""
REPORT_JSON = """{"cat": {"precision": 0.8, "recall": 1.0, "f1-score": 0.89, "support": 240},
"dog": {"precision": 0.0, "recall": 0.0, "f1-score": 0.0, "support": 60}, "accuracy": 0.8,
"macro avg": {"precision": 0.4, "recall": 0.5, "f1-score": 0.44, "support": 300},
"weighted avg": {"precision": 0.64, "recall": 0.8, "f1-score": 0.71, "support": 300}}"""
MMDET = """
+-------+-----+------+--------+-------+
| class | gts | dets | recall | ap    |
+-------+-----+------+--------+-------+
| cat   | 240 | 900  | 1.000  | 0.700 |
| dog   | 60  | 0    | 0.000  | 0.000 |
+-------+-----+------+--------+-------+
| mAP   |     |      |        | 0.350 |
+-------+-----+------+--------+-------+
"""
RECALLS = [  # formats 21, answers F07
    ("report.txt", REPORT),
    ("report.json", REPORT_JSON),
    ("log.txt", "epoch 1 loss 0.5\nepoch 2 loss 0.4\n" + REPORT),
    ("log.txt", MMDET),
    ("log.txt", "Confusion matrix:\n[[240   0]\n [ 60   0]]\n"),
]


@pytest.mark.parametrize(("name", "text"), RECALLS)
def test_recall_of_each_class(name, text):
    classes = case_of({name: text}).classes

    assert classes["per_class_recall"].tolist() == [[1.0, 0.0]]


def test_the_accuracy_of_a_report_is_read_too():
    assert case_of({"report.txt": REPORT}).series["val_accuracy"].y.tolist() == [0.8]


def test_a_run_beside_a_report_keeps_its_curves():
    assert_reads(RECALLS[2][1], {"train_loss": {1: 0.5, 2: 0.4}, "val_accuracy": [0.8], "val_f1": [0.44], "val_precision": [0.4], "val_recall": [0.5]})  # fmt: skip
