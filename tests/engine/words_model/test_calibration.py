import numpy as np
import pytest

from engine.words_model.calibration import (
    best_temperature,
    brier,
    probabilities_of,
    reliability,
    top_share,
)


def test_the_temperature_is_lower_for_scores_that_are_right():
    answers = np.array([0, 1, 0, 1])
    right = np.eye(2)[answers]

    assert best_temperature(right, answers) < best_temperature(1 - right, answers)


def test_the_share_counts_only_classes_that_are_an_answer():
    scores = np.array([[0.1, 0.9, 0.5], [0.2, 0.9, 0.8]])
    answers = np.array([0, 2])

    assert top_share(scores, answers, 1) == 0.5
    assert top_share(scores, answers, 2) == 1.0


def test_probabilities_of_a_row_sum_to_one():
    found = probabilities_of(np.array([[0.0, 0.0], [1.0, 0.0]]), temperature=0.5)

    assert found.sum(axis=1) == pytest.approx([1, 1])
    assert found[0].tolist() == [0.5, 0.5]
    assert found[1, 0] == pytest.approx(1 / (1 + np.exp(-2)))


def test_best_temperature_finds_that_of_drawn_answers():
    random = np.random.default_rng(0)
    evidence = random.normal(size=(4_000, 5)) * 10
    shares = probabilities_of(evidence, temperature=3)
    answers = np.array([random.choice(5, p=row) for row in shares])

    assert best_temperature(evidence, answers) == pytest.approx(3, rel=0.15)


def test_brier_of_certain_and_right_is_zero():
    right = np.array([True, False])

    assert brier(np.array([1.0, 0.0]), right) == 0
    assert brier(np.array([0.5, 0.5]), right) == 0.25
    assert brier(np.array([0.0, 1.0]), right) == 1


def test_reliability_counts_the_texts_of_each_bin():
    said = np.array([0.05, 0.55, 0.56, 1.0])
    right = np.array([False, True, False, True])

    bins = reliability(said, right)

    assert [(each.low, each.texts, each.right) for each in bins] == [
        (0.0, 1, 0.0),
        (0.5, 2, 0.5),
        (0.9, 1, 1.0),
    ]
    assert bins[1].said == pytest.approx(0.555)


def test_reliability_of_no_text_is_empty():
    assert reliability(np.array([]), np.array([], dtype=bool)) == []
