import math

import numpy as np

from engine.observe.normal.first_loss_at_chance import read
from tests.engine.cases import REGRESSION, TEN_CLASSES, case, falling, noisy, series

CHANCE = math.log(10)


def test_a_first_loss_of_equal_chances_that_falls():
    found = read(case(TEN_CLASSES, train_loss=falling(CHANCE, 0.5)))

    assert found.state == "holds"
    assert "2.303" in found.text


def test_a_loss_that_stays_there():
    found = read(case(TEN_CLASSES, train_loss=noisy(np.full(20, CHANCE), 0.003)))

    assert (found.state, found.beyond) == ("broken", "learning-rate-too-low")


def test_weights_that_do_not_change():
    still = {"train_loss": np.full(20, CHANCE), "update_ratio": np.zeros(20)}
    found = read(case(TEN_CLASSES, **still))

    assert (found.state, found.beyond) == ("broken", "frozen-parameters")


def test_a_first_loss_of_several_times_the_log():
    found = read(case(TEN_CLASSES, train_loss=falling(30.0, 0.5)))

    assert (found.state, found.beyond) == ("broken", "poor-weight-initialization")


def test_a_small_fall_is_left_open():
    assert read(case(TEN_CLASSES, train_loss=falling(CHANCE, 2.0))).state == "not-measured"


def test_a_low_start_is_not_shown():
    assert read(case(TEN_CLASSES, train_loss=falling(1.0, 0.5))).state == "not-shown"


def test_pairs_of_preferences():
    run = case(train_loss=falling(0.693, 0.3), rewards_margins=falling(0.0, 2.0))

    assert read(run).state == "holds"


def test_an_excerpt_shows_no_start():
    late = series("train_loss", falling(CHANCE, 0.5), 5000 + 10 * np.arange(20))

    assert read(case({**TEN_CLASSES, "steps": 6000.0}, train_loss=late)).state == "not-measured"


def test_a_regression_or_a_short_loss_is_not_measured():
    assert read(case(REGRESSION, train_loss=falling(1.0, 0.5))).state == "not-measured"
    assert read(case(TEN_CLASSES, train_loss=[CHANCE, 1.0])).state == "not-measured"
