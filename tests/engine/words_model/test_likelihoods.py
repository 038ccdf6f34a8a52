import numpy as np
import pytest

from engine.words_model.likelihoods import PRIOR, held_out_scores, log_weights, masses_of
from engine.words_model.sparse import sparse_matrix

ROWS = [
    (np.array([0, 1]), np.array([0.8, 0.6], np.float32)),
    (np.array([1, 2]), np.array([0.6, 0.8], np.float32)),
    (np.array([2]), np.array([1.0], np.float32)),
    (np.array([], np.intp), np.array([], np.float32)),
]
MATRIX = sparse_matrix(ROWS, 4)
TARGETS = np.array([[1, 0], [0, 1], [0.25, 0.75], [1, 0]], np.float32)
MASSES = masses_of(MATRIX, TARGETS)


def test_masses_are_summed_by_class():
    expected = [[0.8, 0], [0.6, 0.6], [0.25, 1.55], [0, 0]]

    np.testing.assert_allclose(MASSES, expected, rtol=1e-6)


def test_a_feature_that_a_class_never_has_weighs_nothing_for_it():
    weights = log_weights(MASSES, MASSES.sum(axis=0), 4)

    assert weights[0, 1] == 0
    assert (weights[3] == 0).all()
    share = 0.8 / MASSES[:, 0].sum()
    assert weights[0, 0] == pytest.approx(np.log1p(share * 4 / PRIOR), rel=1e-5)


def test_a_class_without_texts_has_no_weights():
    weights = log_weights(np.zeros((3, 1), np.float32), np.zeros(1, np.float32), 3)

    assert (weights == 0).all()


def test_a_class_of_twice_the_mass_has_the_same_weights():
    twice = MASSES * 2

    np.testing.assert_allclose(
        log_weights(twice, twice.sum(axis=0), 4), log_weights(MASSES, MASSES.sum(axis=0), 4)
    )


@pytest.mark.parametrize("folds", [[], [[0, 2]], [[1], [3]], [[0, 1, 2, 3]]])
def test_rows_are_scored_by_a_model_without_their_fold(folds):
    """Independent and slow: measure again without the rows."""
    rows = [np.array(fold) for fold in folds]
    found = held_out_scores(MATRIX, TARGETS, MASSES, rows)

    dense = np.zeros((4, 4))
    for row, (columns, values) in enumerate(ROWS):
        dense[row, columns] = values
    alone = [[row] for row in range(4) if not any(row in fold for fold in folds)]
    for fold in [*folds, *alone]:
        kept = [row for row in range(4) if row not in fold]
        left = (dense[kept].T @ TARGETS[kept]).astype(np.float32)
        expected = dense[fold] @ log_weights(left, left.sum(axis=0), 4)
        np.testing.assert_allclose(found[fold], expected, atol=1e-4)
