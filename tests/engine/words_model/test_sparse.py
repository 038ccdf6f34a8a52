"""Each product is compared with NumPy's own on the dense matrices."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from engine.words_model import sparse
from engine.words_model.sparse import (
    ranges,
    sparse_matrix,
    transposed,
    weighted_sums,
)

NUMBERS = st.sampled_from([0.0, 0.0, 0.0, 1.0, -2.0, 0.5])


def matrices(height, width):
    return arrays(np.float32, (height, width), elements=NUMBERS)


def dense(matrix):
    filled = np.zeros((matrix.height, matrix.width), np.float32)
    filled[matrix.row_numbers(), matrix.columns] = matrix.values
    return filled


def made_sparse(array):
    rows = [(np.flatnonzero(row), row[np.flatnonzero(row)]) for row in array]
    return sparse_matrix(rows, array.shape[1])


@given(matrices(4, 6))
def test_dense_undoes_sparse(array):
    np.testing.assert_array_equal(dense(made_sparse(array)), array)


@given(matrices(4, 6))
def test_transposing_swaps_rows_and_columns(array):
    np.testing.assert_array_equal(dense(transposed(made_sparse(array))), array.T)


@given(matrices(5, 4), st.integers(0, 5), st.integers(0, 5))
def test_rows_are_cut_out(array, first, last):
    first, last = sorted((first, last))

    np.testing.assert_array_equal(dense(made_sparse(array).rows(first, last)), array[first:last])


@given(matrices(5, 6), matrices(6, 3))
def test_weighted_sums_equal_the_dense_product(left, right):
    np.testing.assert_allclose(weighted_sums(made_sparse(left), right), left @ right, atol=1e-6)


@pytest.mark.parametrize("slab", [1, 4, 1000])
def test_weighted_sums_do_not_depend_on_the_slab(monkeypatch, slab):
    monkeypatch.setattr(sparse, "SLAB", slab)
    left = np.array([[0, 0, 0], [1, 2, 3], [0, 0, 0], [0, 4, 0]], np.float32)
    right = np.array([[1, 0], [0, 1], [1, 1]], np.float32)

    np.testing.assert_array_equal(weighted_sums(made_sparse(left), right), left @ right)


def test_ranges_join_and_skip_empty_ones():
    assert ranges(np.array([5, 7, 9]), np.array([2, 0, 1])).tolist() == [5, 6, 9]


def test_a_matrix_without_rows_is_empty():
    matrix = sparse_matrix([], 3)

    assert (matrix.height, dense(matrix).shape) == (0, (0, 3))
    assert weighted_sums(matrix, np.ones((3, 2), np.float32)).shape == (0, 2)
