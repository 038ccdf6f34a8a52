import numpy as np

from engine.read.join.sources import (
    Shared,
    first_names,
    is_curve_beside,
    is_repeated,
    is_richer,
)
from engine.run import Series


def series(values, x_name="index"):
    y = np.array(values, dtype=float)
    return Series("loss", np.arange(len(y), dtype=float), y, x_name)


def test_curves_with_the_same_values_to_three_digits_are_repeated():
    long = series([2.31234, 1.5, 1.2, 0.9, np.nan])

    assert is_repeated(long, series([2.3123, 1.5, 0.9, np.nan]))
    assert not is_repeated(long, series([5.0, 4.0, 3.5, 3.0]))


def test_more_points_are_richer_and_of_equal_ones_a_step():
    assert is_richer(series([1, 2, 3]), series([1, 2]))
    assert not is_richer(series([1]), series([1, 2]))
    assert is_richer(series([1, 2], "step"), series([1, 2]))
    assert not is_richer(series([1, 2]), series([1, 2], "step"))


def test_a_curve_stands_before_a_summary_of_two_points():
    assert is_curve_beside(series([1, 2, 3]), series([1, 2]))
    assert not is_curve_beside(series([1, 2]), series([1]))
    assert not is_curve_beside(series([1, 2, 3, 4]), series([1, 2, 3]))


def test_one_warning_for_each_earlier_input_tells_what_is_repeated_before_what_differs():
    shared = Shared("b.csv")
    shared.note_differing("a.csv", "lr")
    shared.note_repeated("a.csv", "train_loss")
    shared.note_repeated("a.csv", "val_loss")

    repeated, differing = shared.warnings()

    assert repeated == "b.csv repeats curves of a.csv: train_loss, val_loss"
    assert differing.startswith("b.csv shows other values than a.csv under lr: two runs, ")


def test_twelve_names_are_listed_and_the_others_counted():
    names = [f"m{number}" for number in range(14)]

    assert first_names(names[:12]).endswith("m10, m11")
    assert first_names(names).endswith("m10, m11 and 2 more")
