import pytest

from engine.read.log.listed_names import with_names_beside
from tests.engine.read.faults.reading import series_of
from tests.together import together


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Epoch 1: (train_loss, val_loss) = (0.9, 1.1)",
            "Epoch 1: train_loss=0.9, val_loss=1.1",
        ),
        ("loss, acc: 0.5 0.91", "loss=0.5, acc=0.91"),
        ("epoch 3 loss, acc: 0.5 0.91", "epoch 3 loss=0.5, acc=0.91"),
        ("train_loss, val_loss, lr = 0.9, nan, 1e-3", "train_loss=0.9, val_loss=nan, lr=1e-3"),
    ],
)
def test_each_name_gets_its_value(line, expected):
    assert with_names_beside(line) == expected


@together(
    "line",
    [
        "loss, acc: 0.5",
        "loss, acc: 0.5 0.6 0.7",
        "dice: [0.9, 0.7]",
        "epoch 1, loss: 0.5, acc: 0.9",
        "loss 0.5, acc 0.9",
        "after 3 epochs, loss, acc = unknown",
        "loss, acc: 0.5 0.91%",
        "",
    ],
)
def test_other_lines_stay_as_they_are(line):
    assert with_names_beside(line) == line


def test_values_of_a_pair_are_read_under_their_names():
    lines = [
        f"Epoch {epoch}: (train_loss, val_loss) = (0.{9 - epoch}, 1.{epoch})\n"
        for epoch in range(3)
    ]

    assert series_of("".join(lines)) == {
        "train_loss": [0.9, 0.8, 0.7],
        "val_loss": [1.0, 1.1, 1.2],
    }
