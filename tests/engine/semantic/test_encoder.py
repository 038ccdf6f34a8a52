import numpy as np
import pytest

from engine.semantic.encoder import unit


def test_rows_get_length_one():
    found = unit(np.array([[3.0, 4.0], [0.0, 2.0]], np.float32))

    assert found == pytest.approx(np.array([[0.6, 0.8], [0.0, 1.0]]))


def test_a_row_of_zeros_stays():
    assert unit(np.zeros((1, 3), np.float32)).tolist() == [[0.0, 0.0, 0.0]]
