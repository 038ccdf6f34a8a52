"""The solver in panels is compared with NumPy's dense solution in double precision."""

import numpy as np
import pytest

from engine.words_model import solve
from engine.words_model.solve import factorize, gram, invert, solve_ridge
from engine.words_model.sparse import dense, sparse_matrix

TEXTS, FEATURES, CLASSES = 23, 40, 5


@pytest.fixture(autouse=True, params=[4, 8, 512])
def panel_rows(request, monkeypatch):
    """Few rows make several panels, of which the last is shorter; 512 make one."""
    monkeypatch.setattr(solve, "PANEL", request.param)


@pytest.fixture(params=[0, 7, 2048])
def frequent(request, monkeypatch):
    monkeypatch.setattr(solve, "FREQUENT", request.param)


@pytest.fixture
def matrix():
    random = np.random.default_rng(3)
    chosen = [random.choice(FEATURES, size=6, replace=False) for _ in range(TEXTS)]
    rows = [(columns, random.random(6, dtype=np.float32)) for columns in chosen]
    return sparse_matrix(rows, FEATURES)


@pytest.fixture
def targets():
    answers = np.random.default_rng(4).integers(CLASSES, size=TEXTS)
    return np.eye(CLASSES, dtype=np.float32)[answers] - np.float32(1 / CLASSES)


def lower_triangle(panels):
    whole = np.zeros((TEXTS, TEXTS))
    for panel in panels:
        stop = panel.shape[1]
        whole[stop - len(panel) : stop, :stop] = panel
    return np.tril(whole)


def penalized_gram(matrix, penalties):
    features = dense(matrix).astype(np.float64)
    return features @ features.T + np.diag(penalties)


def test_gram_equals_the_dense_product(matrix, frequent):
    expected = penalized_gram(matrix, np.zeros(TEXTS))

    np.testing.assert_allclose(lower_triangle(gram(matrix)), np.tril(expected), atol=1e-6)


def test_the_factor_is_choleskys_and_is_inverted(matrix):
    panels = gram(matrix)
    for panel in panels:
        start = panel.shape[1] - len(panel)
        panel[:, start:] += np.eye(len(panel), dtype=np.float32)
    expected = np.linalg.cholesky(penalized_gram(matrix, np.ones(TEXTS)))

    factorize(panels)
    np.testing.assert_allclose(lower_triangle(panels), expected, atol=1e-5)

    invert(panels)
    np.testing.assert_allclose(lower_triangle(panels), np.linalg.inv(expected), atol=1e-5)


def test_coefficients_solve_the_system(matrix, targets):
    penalties = np.linspace(1, 5, TEXTS)

    dual = solve_ridge(matrix, targets, penalties)

    expected = np.linalg.solve(penalized_gram(matrix, penalties), targets)
    np.testing.assert_allclose(dual.coefficients, expected, atol=1e-6)


def test_held_out_predictions_equal_fits_without_the_text(matrix, targets):
    penalties = np.linspace(1, 5, TEXTS)
    kernel = penalized_gram(matrix, np.zeros(TEXTS))

    dual = solve_ridge(matrix, targets, penalties)

    for left_out in range(TEXTS):
        others = np.delete(np.arange(TEXTS), left_out)
        system = kernel[np.ix_(others, others)] + np.diag(penalties[others])
        prediction = kernel[left_out, others] @ np.linalg.solve(system, targets[others])
        np.testing.assert_allclose(dual.held_out[left_out], prediction, atol=1e-5)


def test_rows_of_a_fold_are_predicted_without_all_of_them(matrix, targets):
    penalties = np.linspace(1, 5, TEXTS)
    kernel = penalized_gram(matrix, np.zeros(TEXTS))
    fold = np.array([0, 3, 4, 11, 22])

    dual = solve_ridge(matrix, targets, penalties, [fold])
    alone = solve_ridge(matrix, targets, penalties)

    others = np.delete(np.arange(TEXTS), fold)
    system = kernel[np.ix_(others, others)] + np.diag(penalties[others])
    predictions = kernel[np.ix_(fold, others)] @ np.linalg.solve(system, targets[others])
    np.testing.assert_allclose(dual.held_out[fold], predictions, atol=1e-5)
    np.testing.assert_array_equal(dual.held_out[others], alone.held_out[others])


@pytest.mark.parametrize("penalty", [0.0, -1.0, float("nan")])
def test_a_penalty_that_is_not_above_zero_is_refused(matrix, targets, penalty):
    penalties = np.ones(TEXTS)
    penalties[3] = penalty

    with pytest.raises(ValueError, match="above zero"):
        solve_ridge(matrix, targets, penalties)
