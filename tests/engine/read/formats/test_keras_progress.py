import math

import pytest

from engine.read.formats.keras_progress import sniff
from tests.engine.read.short import read, source_of


def test_keras_lines_count_once_an_epoch():
    bar = (
        "\r 5/24 [====>.......] - ETA: 0s - loss: 9.0\b\b\b\b\b\r24/24 [============] - 0s "
        "7ms/step - loss: "
    )
    text = (
        f"Epoch 1/2\n{bar}1.5 - accuracy: 0.5 - val_loss: 1.25 - val_accuracy: 0.25\n"
        f"Epoch 2/2\n{bar}0.5 - accuracy: 0.75 - val_loss: 2.0 - val_accuracy: 0.5\n"
    )
    case = read(log=text)
    assert case.read_as[0].format == "keras-progress"
    assert case.series["train_loss"].y.tolist() == [1.5, 0.5]
    assert case.series["train_loss"].x.tolist() == [1, 2]
    assert case.series["train_accuracy"].y.tolist() == [0.5, 0.75]
    assert case.series["val_accuracy"].y.tolist() == [0.25, 0.5]


def test_keras_3_lines_with_nan():
    line = (
        "24/24 ━━━━━━━━━━━━━━━━━━━━ 0s 7ms/step - loss: nan - val_loss: nan - learning_rate: 0.0023"
    )
    text = f"Epoch 1/2\n{line}\nEpoch 2/2\n{line}\n"
    case = read(log=text)
    assert all(math.isnan(value) for value in case.series["train_loss"].y)
    assert len(case.series["lr"]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12/24 loss: 0.5",
        "12/24 [====>....] - ETA: 0s",
        "1/y [===] - loss: 1",
    ],
)
def test_no_progress_line_with_a_metric(text):
    assert not sniff(source_of(text))


def test_values_printed_outside_of_the_bar_are_on_the_open_epoch():
    text = "Epoch 1/2\n5/5 [=====] - 1s - loss: 2.0\nval_loss: 3.0\nEpoch 2/2\nval_loss: 2.5\n"
    case = read(log=text)

    assert case.series["val_loss"].x.tolist() == [1, 2]
    assert case.series["train_loss"].y.tolist() == [2.0]


def test_progress_line_without_values_is_no_point():
    assert read(log="1/5 [=>...] - ETA: 0s - loss: 2.0\n5/5 [=====]\n").series[
        "train_loss"
    ].y.tolist() == [2.0]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("12/24 [====>....] - ETA: 0s - acc: 0.5", "train_accuracy"),
        ("x 12/24 [====>....] - loss: 0.5", "train_loss"),
        ("1024/60000 [....] - loss: 0.5", "train_loss"),
    ],
)
def test_an_unfinished_bar_alone_gives_its_last_value(text, name):
    case = read(log=text)

    assert case.read_as[0].format == "keras-progress"
    assert {key: curve.y.tolist() for key, curve in case.series.items()} == {name: [0.5]}


def test_an_unfinished_bar_behind_finished_ones_is_no_epoch():
    epochs = "".join(
        f"Epoch {number}/5\n24/24 [======] - 1s - loss: {2 / number}\n" for number in (1, 2)
    )
    case = read(log=f"{epochs}Epoch 3/5\n 5/24 [==>......] - ETA: 1s - loss: 0.9\n")

    assert case.series["train_loss"].y.tolist() == [2.0, 1.0]
