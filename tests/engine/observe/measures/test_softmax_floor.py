import numpy as np
import pytest

from engine.observe.measures.softmax_floor import at_softmax_floor, softmax_floor
from tests.engine.cases import case, falling, healthy, noisy


def _at_floor(classes, level=1.01, points=20):
    start, floor = np.log(classes), softmax_floor(classes)
    return falling(0.95 * start, level * floor, points, rate=30)


@pytest.mark.parametrize(("classes", "floor"), [(2, 0.3133), (3, 0.5514), (10, 1.4612)])
def test_the_floor_is_the_loss_of_a_certain_right_answer(classes, floor):
    logits = np.eye(classes)[0]
    probability = np.exp(logits[0]) / np.exp(logits).sum()

    assert softmax_floor(classes) == pytest.approx(floor, abs=1e-4)
    assert softmax_floor(classes) == pytest.approx(-np.log(probability))


@pytest.mark.parametrize("classes", [3, 10, 100])
def test_losses_that_begin_at_a_guess_and_rest_on_its_floor(classes):
    loss = noisy(_at_floor(classes), 0.002)
    found = at_softmax_floor(case(train_loss=loss, val_loss=noisy(_at_floor(classes), 0.002, 1)))

    assert found.classes == classes
    assert found.loss.name == "train_loss"


def test_none_for_a_loss_that_goes_below_or_stays_above_or_falls_on():
    for losses in (_at_floor(10, 0.95), _at_floor(10, 1.2), np.linspace(2.2, 1.47, 20)):
        assert at_softmax_floor(case(train_loss=losses, val_loss=losses)) is None
    assert at_softmax_floor(healthy()) is None


def test_none_where_validation_lies_far_above_or_the_weights_rest():
    loss = noisy(_at_floor(10), 0.002)
    assert at_softmax_floor(case(train_loss=loss, val_loss=loss + 0.4)) is None
    frozen = [2.2812, 1.9113, *[1.4712] * 18]
    assert at_softmax_floor(case(train_loss=frozen, val_loss=frozen)) is None


def test_none_without_both_losses_or_for_two_classes():
    assert at_softmax_floor(case(train_loss=_at_floor(10))) is None
    assert at_softmax_floor(case(val_loss=[2.0, 1.5])) is None
    two = noisy(_at_floor(2), 0.002)
    assert at_softmax_floor(case(train_loss=two, val_loss=two)) is None
