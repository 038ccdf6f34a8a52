import numpy as np

from engine.observe.normal.small_generalization_gap import read
from tests.engine.cases import TEN_CLASSES, case, falling, noisy

EPOCHS = 24
LEARNED = 1 - falling(0.9, 0.15, EPOCHS)


def run(train, held_out, **more):
    return case(TEN_CLASSES, train_accuracy=train, val_accuracy=held_out, **more)


def test_a_steady_small_gap():
    found = read(run(LEARNED + 0.05, LEARNED))

    assert found.state == "holds"
    assert "+0.0" in found.text


def test_level_curves():
    assert read(run(LEARNED, noisy(LEARNED, 0.005))).state == "holds"


def test_a_gap_that_widens_while_validation_falls():
    train = 1 - falling(0.9, 0.0, EPOCHS)
    falls = np.concatenate([LEARNED[:8], np.linspace(LEARNED[8], 0.6, EPOCHS - 8)])
    found = read(run(train, falls))

    assert (found.state, found.beyond) == ("broken", "overfitting")


def test_a_large_steady_gap_is_left_open():
    assert read(run(LEARNED + 0.15, LEARNED - 0.1)).state == "not-measured"


def test_untouched_data_that_score_lower():
    found = read(run(LEARNED + 0.02, LEARNED, test_accuracy=LEARNED - 0.2))

    assert (found.state, found.beyond) == ("broken", "train-test-contamination")


def test_a_nearly_perfect_score_is_left_open():
    perfect = 1 - falling(0.9, 0.0, EPOCHS)

    assert read(run(perfect, perfect)).state == "not-measured"


def test_validation_ahead_is_not_shown():
    assert read(run(LEARNED - 0.1, LEARNED)).state == "not-shown"


def test_a_model_that_learns_nothing_is_left_open():
    flat = noisy(np.full(EPOCHS, 0.1), 0.02)

    assert read(run(flat, flat)).state == "not-measured"


def test_without_accuracies_nothing_is_measured():
    assert read(case(train_loss=falling(2, 1), val_loss=falling(2, 1))).state == "not-measured"
