import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.formats.mlflow_metric import read, sniff
from tests.engine.read.short import source_of


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("metrics/train_loss", "train_loss"),
        ("run/metrics/train/loss", "train/loss"),
        ("mlruns/metrics/abc/metrics/loss", "loss"),
        ("train_loss", "train_loss"),
        ("", "metric"),
    ],
)
def test_curve_is_named_by_its_file_below_the_folder(path, name):
    source = source_of("1700000000000 2.5 0\n1700000000100 nan 1\n", path)
    assert sniff(source)
    (curve,) = read(source).curves

    assert (curve.name, curve.x.tolist(), curve.x_name) == (name, [0, 1], "step")
    assert curve.y[0] == 2.5
    assert math.isnan(curve.y[1])


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

    assert len(reading.curves[0]) == 5


@given(st.text(alphabet="0123456789. -naninf\n", max_size=80))
def test_any_lines_are_read(text):
    assert len(read(source_of(text, "metrics/loss")).curves) <= 1
