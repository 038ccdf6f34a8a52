"""Scores, reports and matrices of finished models in documents."""

import pytest

from tests.engine.read.documents.shapes import curves, document


@pytest.mark.parametrize(
    ("results", "wanted"),
    [
        (
            {"train": {"loss": 0.5, "acc": 1.0}, "val": {"loss": 2.0}, "step": 39},
            {
                "train/loss|evaluation": [0.5],
                "train/acc|evaluation": [1.0],
                "val/loss|evaluation": [2.0],
            },
        ),
        (
            {"epoch": 8.0, "eval_loss": 4.0, "eval_runtime": 0.1, "learning_rate": 0.0},
            {"eval_loss|evaluation": [4.0]},
        ),
        (
            {"_step": 11, "_runtime": 3.2, "val/acc": 0.875, "lr": 0.0, "_wandb": {"runtime": 3}},
            {"val/acc|evaluation": [0.875]},
        ),
        ({"accuracy": 0.5, "f1": 0.25}, {"accuracy|evaluation": [0.5], "f1|evaluation": [0.25]}),
    ],
)
def test_final_results_are_points_and_no_settings(results, wanted):
    reading = document(results)

    assert curves(reading) == wanted
    assert reading.config == {}


def test_a_score_beside_settings_leaves_them_settings():
    reading = document(
        {"lr": 0.1, "batch_size": 32, "optimizer": "adam", "dropout": 0.1, "val_loss": 0.5}
    )

    assert curves(reading) == {"val_loss|evaluation": [0.5]}
    assert reading.config == {"lr": 0.1, "batch_size": 32, "optimizer": "adam", "dropout": 0.1}


def test_a_classification_report_gives_the_recall_of_each_class():
    row = {"precision": 0.5, "recall": 0.75, "f1-score": 0.6, "support": 10.0}
    report = {"cat": row, "dog": row | {"recall": 0.0}, "accuracy": 0.9, "macro avg": row}

    reading = document(report)

    assert reading.classes["per_class_recall"].tolist() == [[0.75, 0.0]]
    assert curves(reading)["accuracy|evaluation"] == [0.9]


def test_a_confusion_matrix_gives_the_recall_of_each_class():
    reading = document({"accuracy": 0.5, "confusion_matrix": [[3, 1], [4, 0]]})

    assert reading.classes["per_class_recall"].tolist() == [[0.75, 0.0]]
