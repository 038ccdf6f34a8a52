import pytest

from engine.read.settings.shapes import RowShapes, shapes_of


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        (["step 1 loss 2.5", "step 12 loss 2.25"], 1),
        (["step 1", "epoch 1"], 2),
        ([], 0),
        (["a\nb", "a b", "\ud800"], 2),
        (["x"] * 10_000, 1),
    ],
)
def test_lines_that_differ_in_digits_have_one_shape(lines, kinds):
    shapes = list(shapes_of(lines))

    assert len(shapes) == len(lines)
    assert len(set(shapes)) == kinds


def test_shape_of_lines_in_vain_is_one_of_rows():
    rows = RowShapes()
    rows.count_failure(b"a")
    assert b"a" not in rows.of_rows

    rows.count_failure(b"a")
    assert b"a" in rows.of_rows


@pytest.mark.parametrize(("may_be_row", "times", "is_row"), [(True, 8, True), (False, 8, False)])
def test_short_settings_that_come_often_are_rows(may_be_row, times, is_row):
    rows = RowShapes()
    for _ in range(times):
        rows.count_unit(b"lr: .", may_be_row)

    assert (b"lr: ." in rows.of_rows) is is_row


def test_ever_new_shapes_are_noticed():
    rows = RowShapes()
    for number in range(5000):
        rows.count_failure(str(number).encode())

    assert rows.are_ever_new


def test_a_shape_is_as_long_as_asked_for():
    line = "a" * 500

    assert [len(shape) for shape in shapes_of([line])] == [120]
    assert [len(shape) for shape in shapes_of([line], 300)] == [300]
