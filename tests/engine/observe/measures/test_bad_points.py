import math

import numpy as np

from engine.observe.measures.bad_points import bad_points, first_non_finite, non_finite_points
from tests.engine.cases import series

BROKEN = series("lr", [1.0, math.nan, 2.0, math.inf], [10, 20, 30, 40])


def test_bad_points_are_counted_from_the_first_one_on():
    points = non_finite_points(BROKEN)

    assert (points.count, points.share, points.first) == (2, 0.5, 1)
    assert points.onward.x.tolist() == [20, 30, 40]


def test_a_series_without_a_bad_point_has_none():
    assert non_finite_points(series("lr", [1.0, 2.0])) is None
    assert bad_points(BROKEN, np.zeros(4, dtype=bool)) is None


def test_the_first_broken_series_is_taken():
    fine = series("loss", [1.0, 2.0])

    assert first_non_finite([fine, BROKEN]).series is BROKEN
    assert first_non_finite([fine]) is None
    assert first_non_finite([]) is None
