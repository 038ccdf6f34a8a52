import numpy as np

from engine.observe.normal.repeated_validation_score import read
from tests.engine.cases import case, falling

THREE = {"task": "classification", "n_classes": 3.0, "n_val": 30.0}
EPOCHS = 20
SCORE = np.concatenate([[14, 18, 20, 22, 23], np.full(15, 26)]) / 30
LOSS = falling(1.1, 0.45, EPOCHS)


def test_a_score_on_few_examples_while_the_loss_moves():
    found = read(case(THREE, val_accuracy=SCORE, val_loss=LOSS))

    assert found.state == "holds"
    assert "for 15 evaluations" in found.text


def test_a_loss_that_repeats_too():
    found = read(case(THREE, val_accuracy=np.full(EPOCHS, 0.6), val_loss=np.full(EPOCHS, 0.9)))

    assert (found.state, found.beyond) == ("broken", "frozen-parameters")


def test_the_share_of_the_largest_class():
    config = {**THREE, "class_counts": (18.0, 6.0, 6.0)}
    found = read(case(config, val_accuracy=np.full(EPOCHS, 0.6), val_loss=LOSS))

    assert (found.state, found.beyond) == ("broken", "class-imbalance")


def test_a_score_of_guessing():
    found = read(case(THREE, val_accuracy=np.full(EPOCHS, 1 / 3), val_loss=LOSS))

    assert (found.state, found.beyond) == ("broken", "dying-relu")


def test_few_digits_are_left_open():
    rounded = LOSS.copy()
    rounded[-3:] = 0.46

    assert read(case(THREE, val_accuracy=SCORE, val_loss=rounded)).state == "not-measured"


def test_without_the_number_of_examples_it_is_left_open():
    config = {"task": "classification", "n_classes": 3.0}

    assert read(case(config, val_accuracy=SCORE, val_loss=LOSS)).state == "not-measured"


def test_many_examples_that_move_by_dozens_are_left_open():
    moving = np.linspace(0.5, 0.9, EPOCHS)
    moving[2:5] = moving[2]
    config = {**THREE, "n_val": 10000.0}

    assert read(case(config, val_accuracy=moving, val_loss=LOSS)).state == "not-measured"


def test_a_moving_or_a_perfect_score_is_not_shown():
    moving = np.linspace(0.5, 0.9, EPOCHS)

    assert read(case(THREE, val_accuracy=moving, val_loss=LOSS)).state == "not-shown"
    assert read(case(THREE, val_accuracy=np.ones(EPOCHS), val_loss=LOSS)).state == "not-shown"


def test_without_a_loss_nothing_is_measured():
    assert read(case(THREE, val_accuracy=SCORE)).state == "not-measured"
