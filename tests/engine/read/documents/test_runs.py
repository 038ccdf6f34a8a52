"""Several runs, folds and splits in one document."""

import pytest

from tests.engine.read.documents.shapes import curves, document

LOSS = [2.0, 1.5, 1.25, 1.0]
VAL = [2.1, 1.75, 1.5, 1.5]


@pytest.mark.parametrize(
    "value",
    [
        {"sgd": {"loss": LOSS, "val_loss": VAL}, "adam": {"loss": VAL, "val_loss": LOSS}},
        [
            {"name": "sgd", "loss": LOSS, "val_loss": VAL},
            {"name": "adam", "loss": VAL, "val_loss": LOSS},
        ],
    ],
)
def test_runs_beside_each_other_stay_apart(value):
    assert curves(document(value)) == {
        "loss|sgd": LOSS,
        "val_loss|sgd": VAL,
        "loss|adam": VAL,
        "val_loss|adam": LOSS,
    }


def test_folds_of_one_metric_are_runs():
    assert curves(document({"val_loss": [LOSS, VAL]})) == {"val_loss|0": LOSS, "val_loss|1": VAL}


def test_the_context_of_a_curve_says_its_split():
    runs = [
        {"name": "loss", "context": {"subset": "val"}, "steps": [1, 2, 3, 4], "values": VAL},
        {"name": "loss", "context": {"subset": "train"}, "steps": [1, 2, 3, 4], "values": LOSS},
    ]

    assert curves(document(runs)) == {"loss|val": VAL, "loss|train": LOSS}
