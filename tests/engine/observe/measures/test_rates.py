import numpy as np
import pytest

from engine.observe.measures.rates import StatedRate, stated_rate, warm_up_points
from tests.engine.cases import case, series


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("AdamW", "adam"),
        ("adagrad", "adagrad"),
        ("Adadelta", "adadelta"),
        ("sgd with momentum", "sgd"),
        ("lamb", "adam"),
    ],
)
def test_the_family_is_part_of_the_name(name, family):
    run = case({"optimizer": name, "learning_rate": 0.1})

    assert stated_rate(run) == StatedRate(0.1, name.lower(), family)


@pytest.mark.parametrize(
    "config", [{}, {"optimizer": "adam", "learning_rate": True}, {"learning_rate": -0.1}]
)
def test_incomplete_settings_are_not_measured(config):
    assert stated_rate(case(config)) is None


@pytest.mark.parametrize("optimizer", ["", "own"])
def test_a_rate_counts_without_a_family(optimizer):
    run = case({"optimizer": optimizer, "learning_rate": 0.1})

    assert stated_rate(run) == StatedRate(0.1, optimizer, "")


def test_the_highest_recorded_rate_stands_in_for_a_setting():
    assert stated_rate(case(lr=[0.1, 0.4, 0.2])) == StatedRate(0.4, "", "", is_recorded=True)
    assert stated_rate(case({"learning_rate": 0.3}, lr=[0.1])) == StatedRate(0.3, "", "")


def test_the_points_of_the_warm_up_are_counted():
    steps = np.arange(80)
    rate = np.minimum(steps / 8, 1.0) * 1e-4
    norm = series("grad_norm", np.ones(80), steps)

    assert warm_up_points(case(lr=series("lr", rate, steps)), norm) == 8
    assert warm_up_points(case(lr=series("lr", np.full(80, 1e-4), steps)), norm) == 0
    assert warm_up_points(case(lr=series("lr", 1e-6 * steps, steps)), norm) == 0
    assert warm_up_points(case(lr=series("lr", rate, steps, "epoch")), norm) == 0
    assert warm_up_points(case(), norm) == 0
