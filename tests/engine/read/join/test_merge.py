import numpy as np

from engine.read.inputs import Curve
from engine.read.join.merge import merged, uncompared
from engine.read.join.named import Named
from engine.read.metric_names.resolve import Resolver
from tests.growth import assert_linear

MEANING = Resolver({}).resolve("val_loss")


def named(x, x_name="epoch", name="val_loss"):
    values = np.array(x, dtype=float)
    return Named(Curve(name, values, values * 10, x_name), MEANING)


def test_points_that_lie_between_one_another_are_one_curve():
    (found,) = merged([named([1, 3, 5]), named([2, 4])])

    assert found.curve.x.tolist() == [1, 2, 3, 4, 5]
    assert found.curve.y.tolist() == [10, 20, 30, 40, 50]


def test_curves_that_share_points_or_have_another_axis_stay_apart():
    assert len(merged([named([1, 2]), named([2, 3])])) == 2
    assert len(merged([named([1, 2]), named([3, 4], "step")])) == 2
    assert len(merged([named([0, 1], "index"), named([2, 3], "index")])) == 2


def test_a_much_denser_curve_is_of_another_grain():
    assert len(merged([named(range(0, 100, 2)), named([1, 51])])) == 2


def test_many_curves_of_one_name_are_joined_with_the_first_ones_in_linear_time():
    def call_of_size(size):
        curves = [named([1, 2]) for _ in range(size)]
        return lambda: merged(curves)

    assert_linear(call_of_size, (64, 256, 1024), ceiling=2e-3)


def test_a_part_of_a_later_curve_of_another_name_is_found():
    others = [named([1, 2]) for _ in range(50)]
    accuracy = Resolver({}).resolve("val_accuracy")
    parts = [Named(each.curve, accuracy) for each in (named([1, 3]), named([2, 4]))]

    assert len(merged([*others, *parts])) == 51


def test_curves_beyond_those_that_are_compared_are_counted():
    whole = merged([named([1, 2]) for _ in range(20)])

    assert uncompared(whole) == 4
    assert uncompared(whole[:16]) == 0
    assert uncompared(merged([named([1, 2], "index") for _ in range(20)])) == 0


def test_curves_without_a_point_are_compared():
    assert len(merged([named([1, 2]), named([])])) == 1
