import statistics

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.observe.measures.slopes import theil_sen
from tests.memory import peak_of

FINITE = st.floats(-1e6, 1e6, allow_nan=False)
ROWS = st.lists(FINITE, min_size=2, max_size=12)


@given(ROWS)
def test_theil_sen_agrees_with_two_plain_loops(values):
    x = [float(i * i) for i in range(len(values))]
    slopes = [
        (values[j] - values[i]) / (x[j] - x[i]) for i in range(len(x)) for j in range(i + 1, len(x))
    ]
    expected = statistics.median(slopes)
    assert theil_sen(np.array(x), np.array(values)) == pytest.approx(expected, rel=1e-9, abs=1e-6)


def test_theil_sen_shrugs_off_a_wild_point_and_needs_two_places():
    x = np.arange(11.0)
    y = 2 * x
    y[5] = 1e9
    assert theil_sen(x, y) == pytest.approx(2)
    assert theil_sen(np.ones(4), np.arange(4.0)) == 0


@pytest.mark.parametrize("points", [2_000, 4_000])
def test_theil_sen_of_thousands_of_points_takes_bounded_memory(points):
    x = np.arange(float(points))

    assert peak_of(lambda: theil_sen(x, 3 * x)) < 8_000_000
    assert theil_sen(x, 3 * x) == pytest.approx(3)


def test_pairs_of_points_at_one_place_have_no_slope():
    x = np.array([0.0, 0.0, 1.0, 2.0])

    assert theil_sen(x, np.array([0.0, 9.0, 1.0, 2.0])) == 1
