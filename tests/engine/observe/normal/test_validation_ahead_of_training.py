import numpy as np

from engine.observe.normal.validation_ahead_of_training import read
from tests.engine.cases import TEN_CLASSES, case, falling

EPOCHS = 20
LEARNED = 1 - falling(0.9, 0.2, EPOCHS)


def run(train, held_out, **more):
    return case(
        {**TEN_CLASSES, "n_val": 2000.0}, train_accuracy=train, val_accuracy=held_out, **more
    )


def test_a_lead_that_a_clean_score_takes_away():
    found = read(run(LEARNED - 0.15, LEARNED, train_clean_accuracy=LEARNED + 0.01))

    assert found.state == "holds"
    assert "training ends at 0.8" in found.text


def test_a_lead_that_stays_in_a_clean_score():
    found = read(run(LEARNED - 0.25, LEARNED, train_clean_accuracy=LEARNED - 0.2))

    assert (found.state, found.beyond) == ("broken", "bad-split")


def test_a_small_rest_of_the_lead_is_left_open():
    found = read(run(LEARNED - 0.15, LEARNED, train_clean_accuracy=LEARNED - 0.05))

    assert found.state == "not-measured"


def test_the_lead_of_the_running_mean():
    fast = 1 - falling(0.9, 0.1, EPOCHS, rate=20)
    mean_of_epoch = np.concatenate([[0.1], (fast[1:] + fast[:-1]) / 2])
    found = read(run(mean_of_epoch, fast))

    assert found.state == "holds"
    assert "running mean" in found.text


def test_a_lasting_lead_without_a_clean_score_is_left_open():
    assert read(run(LEARNED - 0.15, LEARNED)).state == "not-measured"


def test_a_nearly_perfect_score_is_left_to_a_search_for_copies():
    perfect = 1 - falling(0.9, 0.0, EPOCHS)

    assert read(run(perfect - 0.1, perfect, train_clean_accuracy=perfect)).state == "not-measured"


def test_training_ahead_is_not_shown():
    assert read(run(LEARNED + 0.05, LEARNED)).state == "not-shown"


def test_losses_alone():
    loss = falling(2.0, 0.5, EPOCHS)

    assert read(case(train_loss=loss, val_loss=loss + 0.1)).state == "not-shown"
    assert read(case(train_loss=loss, val_loss=loss - 0.2)).state == "not-measured"
    assert read(case(train_loss=loss)).state == "not-measured"
    assert read(case(train_loss=[2.0, 1.0], val_loss=[1.0, 0.5])).state == "not-measured"
