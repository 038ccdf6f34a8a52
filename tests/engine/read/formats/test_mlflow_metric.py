import math

import pytest

from engine.read.formats.mlflow_metric import read, sniff
from tests.engine.read.tables import read_file, source_of


def test_mlflow_metric_file_is_named_by_its_file():
    case = read_file("1700000000000 2.5 0\n1700000000100 nan 1\n", "metrics/train_loss")
    assert case.read_as[0].format == "mlflow-metric"
    assert case.series["train_loss"].y[0] == 2.5
    assert case.series["train_loss"].x.tolist() == [0, 1]


def test_nan_in_its_spelling_is_a_value():
    assert math.isnan(read(source_of("1700000000000 NaN 3\n")).series["file.txt"].y[0])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "17 2.5 0\n",
        "1700000000000 2.5\n",
        "1700000000000 2.5 0 x\n",
        "1700000000000 2.5 0\nhello\n",
        "170000000000a 2.5 0\n",
    ],
)
def test_no_metric_file(text):
    assert not sniff(source_of(text))


def test_broken_line_and_word_are_left_out():
    lines = ["1700000000000 2.5 0"] * 5 + ["1700000000000 2.", "1700000000000 oops 7"]
    reading = read(source_of("\n".join(lines), "metrics/loss"))

    assert len(reading.series["loss"]) == 5
