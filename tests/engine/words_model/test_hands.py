import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.words_model.hands import held_out_together, rows_of_hands

ROWS, CLASSES = 12, 3


def test_rows_of_a_hand_are_together():
    rows = rows_of_hands(["b", "a", "b", "c", "a"])

    assert [each.tolist() for each in rows] == [[1, 4], [0, 2], [3]]


def test_rows_without_a_hand_are_in_none():
    assert [each.tolist() for each in rows_of_hands(["", "a", "", "b"])] == [[1], [3]]
    assert rows_of_hands(["", ""]) == []
    assert rows_of_hands([]) == []


@given(st.lists(st.sampled_from(["", "a", "b", "c", "d"]), max_size=40))
def test_hands_part_the_rows(hands):
    rows = rows_of_hands(hands)

    together = np.concatenate([np.empty(0, int), *rows])
    assert sorted(together) == [row for row, hand in enumerate(hands) if hand]
    assert all(len({hands[row] for row in each}) == 1 for each in rows)


@pytest.fixture
def system():
    """Return X, y and the penalties of a small ridge regression in its dual form."""
    random = np.random.default_rng(3)
    matrix = random.normal(size=(ROWS, 20))
    targets = random.normal(size=(ROWS, CLASSES)).astype(np.float32)
    return matrix, targets, random.uniform(0.5, 2, ROWS)


def in_panels(factor, height=4):
    inverse = np.linalg.inv(factor).astype(np.float32)
    return [inverse[start : start + height, : start + height] for start in range(0, ROWS, height)]


@pytest.mark.parametrize("rows", [[5], [0, 1, 2], [1, 4, 6, 11], [11]])
def test_rows_are_predicted_by_a_model_without_them(system, rows):
    """Independent and slow: solve again without the rows."""
    matrix, targets, penalties = system
    dual = matrix @ matrix.T + np.diag(penalties)
    coefficients = np.linalg.solve(dual, targets).astype(np.float32)

    found = held_out_together(
        in_panels(np.linalg.cholesky(dual)), coefficients, targets, np.array(rows)
    )

    kept = [row for row in range(ROWS) if row not in rows]
    again = np.linalg.solve(dual[np.ix_(kept, kept)], targets[kept])
    expected = matrix[rows] @ matrix[kept].T @ again
    np.testing.assert_allclose(found, expected, atol=1e-4)
