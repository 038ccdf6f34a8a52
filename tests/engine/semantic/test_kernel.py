import numpy as np
import pytest

from engine.semantic.encoder import unit
from engine.semantic.kernel import WIDTH, Landmarks, landmarks_of, ridge_on

RANDOM = np.random.default_rng(3)
VECTORS = unit(RANDOM.normal(size=(30, 6)).astype(np.float32))
TARGETS = RANDOM.normal(size=(30, 2)).astype(np.float32)
WEIGHTS = RANDOM.uniform(0.3, 1.0, 30).astype(np.float32)


def exact(vectors, targets, weights, ridge):
    """Independent and slow: ridge regression on the whole kernel, in its dual form."""
    centered = unit(vectors - VECTORS.mean(axis=0)).astype(np.float64)
    kernel = np.exp((centered @ centered.T - 1) / WIDTH)
    return kernel, np.linalg.solve(kernel + np.diag(ridge / weights), targets)


def regression(ridge=0.5):
    return ridge_on(landmarks_of(VECTORS), VECTORS, TARGETS, WEIGHTS, ridge)


def test_a_vector_is_most_like_itself():
    similarities = landmarks_of(VECTORS)(VECTORS)

    assert np.diag(similarities) == pytest.approx(np.ones(30), abs=1e-5)
    assert similarities.max() <= 1 + 1e-5
    assert similarities.min() > 0


def test_landmarks_are_taken_over_the_whole_order():
    few = landmarks_of(VECTORS, 3)

    expected = unit(VECTORS[[0, 14, 29]] - VECTORS.mean(axis=0))
    assert few.points == pytest.approx(expected)


def test_with_every_text_a_landmark_it_is_the_exact_ridge():
    kernel, dual = exact(VECTORS, TARGETS, WEIGHTS, 0.5)
    found = regression()

    predicted = found.similarities @ found.coefficients()

    assert predicted == pytest.approx(kernel @ dual, abs=2e-3)


def test_rows_that_are_held_out_are_predicted_without_themselves():
    held = np.arange(10)
    found = regression().held_out([held])

    weights = WEIGHTS.copy()
    weights[held] = 0
    without = ridge_on(landmarks_of(VECTORS), VECTORS, TARGETS, weights, 0.5)
    expected = without.similarities @ without.coefficients()
    assert found[held] == pytest.approx(expected[held], abs=1e-3)
    kept = regression()
    assert found[10:] == pytest.approx((kept.similarities @ kept.coefficients())[10:], abs=1e-5)


def test_equal_landmarks_can_be_solved():
    same = np.repeat(VECTORS[:3], 10, axis=0)

    found = ridge_on(landmarks_of(same), same, TARGETS, WEIGHTS, 0.5)

    assert np.isfinite(found.coefficients()).all()


@pytest.mark.parametrize("ridge", [0.0, -1.0])
def test_a_ridge_must_be_above_zero(ridge):
    with pytest.raises(ValueError, match="above zero"):
        regression(ridge)


def test_the_kernel_falls_with_the_angle():
    landmarks = Landmarks(np.zeros(2, np.float32), np.array([[1.0, 0.0]], np.float32))

    near, far = landmarks(np.array([[1.0, 0.2], [0.0, 1.0]], np.float32))

    assert near[0] > far[0]
    assert far[0] == pytest.approx(np.exp(-1 / WIDTH))
