import numpy as np

from engine.observe.curves.validation.score_moves_by_single_examples import observe
from tests.engine.cases import case


def test_a_score_that_hops_by_one_answer_is_seen():
    right = np.array([30, 35, 38, 40, 41, 41, 40, 41, 42, 42, 41, 42])
    found = observe(case({"n_val": 50.0}, val_accuracy=right / 50))

    assert found.strength > 0.95
    assert "two of 50 answers" in found.text


def test_a_repeated_score_on_a_large_set_is_seen():
    assert observe(case({"n_val": 5000.0}, val_accuracy=[0.3, 0.5] + [0.61] * 10)).strength > 0.95


def test_silent_where_dozens_of_answers_change_and_near_a_perfect_score():
    moves = 0.7 + 0.01 * np.sin(np.arange(20))
    assert observe(case({"n_val": 5000.0}, val_accuracy=moves)).strength < 0.05
    assert observe(case({"n_val": 100.0}, val_accuracy=[0.5, 0.9] + [1.0] * 10)).strength < 0.05


def test_not_measured_without_the_number_of_examples():
    assert observe(case(val_accuracy=[0.6] * 12)) is None
    assert observe(case({"n_val": 50.0}, val_accuracy=[0.6] * 5)) is None
