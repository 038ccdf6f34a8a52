from engine.read.tables import axis_names
from engine.read.tables.axis_names import (
    IN_PREDICTED,
    heads_crosstab,
    heads_transposed,
    is_axis_name,
)
from tests.together import together


@together(
    "lines, usual, transposed",
    [
        (["Predicted  no  yes", "Actual"], True, False),
        (["y_pred 0 1 All", " y_true  "], True, False),
        (["Actual  0  1", "Predicted"], False, True),
        (["Predicted 0 1", "Actual 5"], False, False),
        (["Predicted 0 1", "Weather"], False, False),
        (["Predicted 0 1"], False, False),
        (["", "Actual"], False, False),
        (["Predicted", "Actual values"], False, False),
        (["PRED 0 1", "Label"], True, False),
    ],
)
def test_axes_of_a_crosstab(lines, usual, transposed):
    assert heads_crosstab(lines, 0) is usual
    assert heads_transposed(lines, 0) is transposed


def test_names_of_an_axis():
    assert is_axis_name("truth")
    assert is_axis_name("pred")
    assert not is_axis_name("cat")


def test_line_below_is_looked_at_only_where_the_one_above_names_an_axis():
    class Watched(list):
        def __getitem__(self, place):
            asked.append(place)
            return super().__getitem__(place)

    asked = []
    lines = Watched(["[[453  33]", " [  1  13]]"])

    assert not heads_transposed(lines, 0)
    assert asked == [0]


def test_every_name_of_predictions_holds_the_part_that_is_looked_for_first():
    assert all(IN_PREDICTED in name for name in axis_names._PREDICTED)
