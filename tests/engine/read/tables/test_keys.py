import pytest

from engine.read.tables.axis import axes_of
from engine.read.tables.cells import numbers_of
from engine.read.tables.columns import table_of
from engine.read.tables.keys import Key, keys_of


def keys(header, *rows):
    table = table_of(header.split(), [row.split() for row in rows])
    axes = axes_of(table)
    numbers = {
        name: numbers_of(cells) for name, cells in table.columns.items() if name not in axes.names
    }
    return keys_of(table, axes, numbers)


def test_rows_without_words_have_one_key():
    found = keys("step loss", "1 2", "2 1")

    assert found.keys == [Key()]
    assert found.groups.tolist() == [0, 0]


def test_metric_split_and_run_together():
    found = keys(
        "fold phase metric epoch value",
        "1 train loss 0 2",
        "1 train loss 1 1",
        "2 val acc 0 3",
        "2 val acc 1 3",
    )

    assert found.keys == [Key("loss", "train", "fold 1"), Key("acc", "val", "fold 2")]
    assert found.groups.tolist() == [0, 0, 1, 1]
    assert found.value == "value"


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        ("step host loss", ("1 a 2", "2 b 1")),
        ("step note loss", ("1 ok 2", "2 ok 1")),
        ("step value", ("1 2", "2 1")),
    ],
)
def test_words_that_sort_nothing(header, rows):
    found = keys(header, *rows)

    assert found.keys == [Key()]
    assert not found.names


def test_too_many_combinations_are_left_out():
    found = keys("metric value", *(f"loss{number} 1" for number in range(3000)))

    assert found.groups.tolist()[-1] == -1


def test_no_rows():
    assert keys("phase value").keys == [Key()]
