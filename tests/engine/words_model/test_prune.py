import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from engine.words_model.prune import LEVELS, prune, usage
from engine.words_model.sparse import sparse_matrix

FEATURES, CLASSES = 6, 4
ALL = FEATURES * CLASSES
EVEN = np.ones(FEATURES, np.float32)

weight_tables = arrays(np.float32, (FEATURES, CLASSES), elements=st.floats(-1, 1, width=32))


def restored(pruned, classes=CLASSES):
    """Return the table of weights, from the scores of one feature at a time."""
    one = np.ones(1, np.float32)
    features = len(pruned.scales)
    return np.array([pruned.scores(np.array([i]), one, classes) for i in range(features)])


def centered(weights):
    return weights - np.median(weights, axis=1, keepdims=True)


@given(weight_tables)
def test_nothing_but_the_rounding_is_lost_when_all_are_kept(weights):
    expected = centered(weights)
    half_a_level = np.abs(expected).max(axis=1, keepdims=True) / LEVELS / 2

    difference = np.abs(restored(prune(weights, EVEN, ALL)) - expected)

    assert np.all(difference <= half_a_level * 1.01 + 1e-7)


def test_a_constant_of_a_feature_changes_nothing():
    weights = np.random.default_rng(1).normal(size=(FEATURES, CLASSES)).astype(np.float32)

    shifted = weights + np.arange(FEATURES, dtype=np.float32)[:, None]

    table = restored(prune(shifted, EVEN, ALL))
    np.testing.assert_allclose(table, restored(prune(weights, EVEN, ALL)), atol=0.02)


def test_the_largest_weights_are_kept():
    weights = np.array([[0, 0, 0, 0.9], [0, 0, 0.1, 0], [0, 0.5, 0, 0]], np.float32)

    table = restored(prune(weights, np.ones(3, np.float32), kept=2))

    np.testing.assert_allclose(table, [[0, 0, 0, 0.9], [0, 0, 0, 0], [0, 0.5, 0, 0]], atol=1e-6)


def test_weights_of_rare_features_are_dropped_first():
    weights = np.array([[0, 0, 0.5], [0, 0.4, 0]], np.float32)
    use = np.array([0.1, 1.0], np.float32)

    table = restored(prune(weights, use, kept=1), classes=3)

    np.testing.assert_allclose(table, [[0, 0, 0], [0, 0.4, 0]], atol=1e-6)


def test_equal_weights_leave_nothing():
    pruned = prune(np.full((2, 3), 0.7, np.float32), np.ones(2, np.float32), kept=6)

    assert len(pruned.levels) == 0
    assert restored(pruned, classes=3).tolist() == [[0, 0, 0], [0, 0, 0]]


@given(weight_tables, st.lists(st.integers(0, FEATURES - 1), unique=True))
def test_scores_are_weighted_sums_of_the_table(weights, columns):
    pruned = prune(weights, EVEN, ALL // 2)
    columns = np.array(columns, dtype=np.intp)
    values = np.linspace(0.1, 1, len(columns), dtype=np.float32)

    scores = pruned.scores(columns, values, CLASSES)

    np.testing.assert_allclose(scores, values @ restored(pruned)[columns], atol=1e-6)


def test_usage_is_the_root_mean_square_of_a_feature():
    rows = [
        (np.array([0, 1]), np.array([0.6, 0.8], np.float32)),
        (np.array([1]), np.array([1.0], np.float32)),
    ]

    assert usage(sparse_matrix(rows, 3)) == pytest.approx([0.6 / 2**0.5, (1.64 / 2) ** 0.5, 0])
