import pytest

from engine.read.formats.text_table import sniff
from tests.engine.read.short import read, source_of

FASTAI = """Training on cuda
epoch     train_loss  valid_loss  accuracy  time
0         0.512000    0.410000    0.810000  00:12
1         0.402000    nan         0.850000  00:12
Better model found
2         0.352000    0.370000    0.860000  00:12
"""
MARKDOWN = "| Epoch | Train Loss | Val Loss |\n|---|---|---|\n| 1 | 0.9 | 0.8 |\n| 2 | 0.8 | - |\n"


def test_columns_set_apart_by_blanks():
    case = read(log=FASTAI)
    assert case.read_as[0].format == "text-table"
    assert case.series["train_loss"].y.tolist() == [0.512, 0.402, 0.352]
    assert case.series["train_loss"].x.tolist() == [0, 1, 2]
    assert len(case.series["val_loss"]) == 3
    assert "Better model found" in case.log
    assert "time" not in case.series


def test_columns_set_apart_by_bars():
    case = read(log=MARKDOWN)
    assert case.series["train_loss"].y.tolist() == [0.9, 0.8]
    assert case.series["val_loss"].x.tolist() == [1]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "epoch  loss",
        "epoch  loss\nnot  numbers",
        "name  type  params\n0  1  2",
        "Epoch 1 | train 0.9 | val 0.8\nEpoch 2 | train 0.8 | val 0.9",
    ],
)
def test_no_table(text):
    assert not sniff(source_of(text))
