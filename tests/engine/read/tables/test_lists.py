import pytest

from engine.read.tables.lists import found_lists


def test_lists_with_a_count_and_a_clock():
    lines = ["[0, 1.4, 1.5, 0.28, '00:00']", "words", "[1, 1.3, None, 0.30, '00:01']"]
    (table,) = found_lists(lines)

    assert table.lines == (0, 2)
    assert {curve.name: curve.y.tolist() for curve in table.curves()} == {
        "train_loss": [1.4, 1.3],
        "valid_loss": [1.5],
        "valid_score": [0.28, 0.30],
    }
    assert table.curves()[0].x.tolist() == [0, 1]


def test_lists_without_a_validation_loss():
    (table,) = found_lists(["[0, 1.4, '00:00']", "[1, 1.3, '00:00']"])

    assert [curve.name for curve in table.curves()] == ["train_loss"]


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["[0, 1.4, 1.5, 0.28, '00:00']"],
        ["[0, 1.4, 1.5]", "[1, 1.3, 1.4]"],
        ["['a', 1, '00:00']", "['b', 2, '00:00']"],
        ["[0, 'x', '00:00']", "[1, 'y', '00:00']"],
        ["[", "]"],
    ],
)
def test_other_lists(lines):
    assert found_lists(lines) == []
