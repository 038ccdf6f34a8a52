import pytest

from engine.read.log.split_columns import Cell, SplitColumns
from tests.engine.read.faults.reading import series_of


def taken(*lines):
    columns = SplitColumns()
    return [columns.take(line) for line in lines]


def test_rows_below_a_header_of_splits_have_a_value_for_each():
    assert taken("     Training |  Validation", "loss  |  0.661  |  0.603", "lr | 0.1 | N/A") == [
        [],
        [Cell("loss", "train", 0.661), Cell("loss", "val", 0.603)],
        [Cell("lr", "train", 0.1)],
    ]


@pytest.mark.parametrize(
    "header",
    ["loss | accuracy", "Training", "Training | Training", "Training | Time", "", "train | | val"],
)
def test_no_header_of_splits(header):
    assert taken(header, "loss | 0.6 | 0.7") == [None, None]


@pytest.mark.parametrize("row", ["loss | 0.6", " | 0.6 | 0.7", "loss 0.6 0.7"])
def test_a_line_of_another_form_ends_the_rows(row):
    assert taken("train | val", row, "loss | 0.6 | 0.7") == [[], None, None]


def test_each_epoch_has_a_table_of_its_own():
    epochs = [
        f"Epoch {epoch}/2\n"
        "                        Training |  Validation\n"
        f"accuracy           |     0.{5 + epoch}  |     0.5\n"
        "gpu_0_memory_MB    |   412.318  |       N/A\n"
        f"loss               |     0.{9 - epoch}  |     1.{epoch}\n"
        for epoch in range(3)
    ]

    series = series_of("".join(epochs))

    assert series["train_loss"] == [0.9, 0.8, 0.7]
    assert series["val_loss"] == [1.0, 1.1, 1.2]
    assert series["train_accuracy"] == [0.5, 0.6, 0.7]
    assert not any("memory" in name for name in series)
