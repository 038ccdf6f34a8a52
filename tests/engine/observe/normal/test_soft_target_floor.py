import pytest

from engine.observe.normal.soft_target_floor import read
from tests.engine.cases import TEN_CLASSES, case, falling

SMOOTH = {**TEN_CLASSES, "label_smoothing": 0.1}
LOSS = falling(2.3, 0.52, rate=9)
RIGHT = 1 - falling(0.9, 0.005)


def test_a_loss_that_stops_at_the_entropy_of_the_targets():
    found = read(case(SMOOTH, train_loss=LOSS, train_accuracy=RIGHT))

    assert found.state == "holds"
    assert "an entropy of 0.50, or 0.54" in found.text


def test_a_low_loss_on_hard_labels_shows_it_too():
    assert read(case(SMOOTH, train_loss=LOSS, train_hard_labels_loss=LOSS - 0.4)).state == "holds"


@pytest.mark.parametrize(
    ("curves", "beyond"),
    [
        ({"train_loss": LOSS + 1, "train_hard_labels_loss": LOSS + 0.9}, "double-softmax"),
        ({"train_loss": LOSS, "train_accuracy": RIGHT - 0.3}, "underfitting"),
    ],
)
def test_beyond_the_boundaries(curves, beyond):
    found = read(case(SMOOTH, **curves))

    assert (found.state, found.beyond) == ("broken", beyond)


def test_without_answers_or_with_some_wrong_it_is_left_open():
    assert read(case(SMOOTH, train_loss=LOSS)).state == "not-measured"
    assert read(case(SMOOTH, train_loss=LOSS, train_accuracy=RIGHT - 0.07)).state == "not-measured"


def test_a_loss_above_the_floor_is_not_shown():
    assert read(case(SMOOTH, train_loss=LOSS + 1, train_accuracy=RIGHT)).state == "not-shown"


@pytest.mark.parametrize("smoothing", [0.0, 1.0, -1.0])
def test_without_soft_targets_nothing_is_measured(smoothing):
    config = {**TEN_CLASSES, "label_smoothing": smoothing}

    assert read(case(config, train_loss=LOSS, train_accuracy=RIGHT)).state == "not-measured"
