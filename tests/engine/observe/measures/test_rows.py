import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from engine.observe.measures import rows
from engine.observe.measures.rows import medians_of_rows

SHAPES = array_shapes(min_dims=2, max_dims=2, max_side=9)
ANY_ROWS = arrays(np.float64, SHAPES, elements=st.floats(-1e6, 1e6))


@given(ANY_ROWS)
def test_medians_are_those_of_numpy(values):
    before = values.copy()

    assert medians_of_rows(values).tolist() == np.median(values, axis=1).tolist()
    assert values.tolist() == before.tolist()


@pytest.mark.parametrize("width", [3, 7])
def test_rows_may_be_views_that_overlap(width):
    values = np.random.default_rng(0).normal(size=50)
    windows = np.lib.stride_tricks.sliding_window_view(values, width)

    assert medians_of_rows(windows).tolist() == np.median(windows, axis=1).tolist()


@pytest.mark.parametrize("width", range(1, 6))
def test_short_rows_give_what_sorting_gives(width, monkeypatch):
    values = np.random.default_rng(0).integers(0, 3, size=(200, width)).astype(float)
    compared = medians_of_rows(values)
    monkeypatch.setattr(rows, "_MIDDLES", {})

    assert compared.tolist() == medians_of_rows(values).tolist()
