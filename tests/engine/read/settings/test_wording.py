import pytest

from engine.read.settings.wording import pairs_of_line


@pytest.mark.parametrize(
    ("line", "settings"),
    [
        ("lr: 0.001 | bs: 32", {"lr": 0.001, "bs": 32}),
        ("Training with lr=0.001, batch_size=32 (cosine)", {"lr": 0.001, "batch_size": 32}),
        ("INFO: lr=0.1 bs=2", {"lr": 0.1, "bs": 2}),
        ("learning rate: 0.1, batch size: 8", {"learning rate": 0.1, "batch size": 8}),
    ],
)
def test_pairs(line, settings):
    assert pairs_of_line(line) == settings


@pytest.mark.parametrize(
    "line",
    [
        "",
        "lr=0.1",
        "lr=0.1 loss=2",
        "epoch: 1 lr: 0.1",
        "lr: 0.1 foo: 2",
        "a=1 b=2",
        "model=a data=b",
    ],
)
def test_rows_and_other_words_give_none(line):
    assert pairs_of_line(line) == {}


@pytest.mark.parametrize(
    ("line", "settings"),
    [
        (
            "Learning Rate: 0.00261, Momentum: 0.9, Decay: 0.0005",
            {"Learning Rate": 0.00261, "Momentum": 0.9, "Decay": 0.0005},
        ),
        (
            "mini_batch = 16, batch = 64, time_steps = 1, train = 1",
            {"mini_batch": 16, "batch": 64, "time_steps": 1, "train": 1},
        ),
        ("Hyperparameters: lr=0.1, wd=0.01", {"lr": 0.1, "wd": 0.01}),
        ("lr 0.1 | batch_size 32 | optimizer adam", {"lr": 0.1, "batch_size": 32}),
    ],
)
def test_settings_beside_labels_and_other_names(line, settings):
    assert pairs_of_line(line).items() >= settings.items()


@pytest.mark.parametrize(
    "line",
    [
        "lr: 0.1, wd: 0.1, data: 0.25, time: 0.31",  # decimals of measured times
        "lr 0.1 | loss 2.0",
        "lr 0.1 | step 3",
        "lr 0.1 | and words",
        "lr=0.1 wd=0.1 took=3 in all",
    ],
)
def test_rows_beside_settings_give_none(line):
    assert pairs_of_line(line) == {}
