import numpy as np
import pytest

from engine.observe.normal.td_loss_rising_with_return import read
from tests.engine.cases import case, falling

RETURN = np.linspace(2.0, 20.0, 20)
LOSS = np.linspace(4.0, 12.0, 20)


def run(config=None, **more):
    return case(config, **{"value_loss": LOSS, "reward": RETURN, **more})


def test_a_loss_that_grows_slower_than_the_variance_of_the_returns():
    found = read(run(explained_variance=falling(0.1, 0.7), return_variance=falling(7, 40)))

    assert found.state == "holds"
    assert "Explained variance ends at 0.7" in found.text


def test_without_that_variance_the_square_of_the_return_is_the_scale():
    assert read(run()).state == "holds"
    assert read(run(value_loss=np.linspace(0.1, 90, 20))).state == "not-measured"


@pytest.mark.parametrize(
    ("more", "beyond"),
    [
        ({"reward": RETURN[::-1]}, "reward-scale-error"),
        ({"explained_variance": np.full(20, -0.5)}, "reward-scale-error"),
        ({"value_mean": np.full(20, 90.0)}, "value-overestimation"),
    ],
)
def test_beyond_the_boundaries(more, beyond):
    found = read(run({"largest_return": 33.0}, **more))

    assert (found.state, found.beyond) == ("broken", beyond)


def test_a_loss_that_outgrows_the_returns_is_left_open():
    found = read(run(explained_variance=np.full(20, 0.5), return_variance=np.full(20, 5.0)))

    assert found.state == "not-measured"


@pytest.mark.parametrize("returns", [np.linspace(-50, 200, 20), np.linspace(-1200, -150, 20)])
def test_returns_below_zero_are_no_scale(returns):
    assert read(run(reward=returns)).state == "not-measured"
    assert read(run(reward=returns, return_variance=falling(7, 40))).state == "holds"


def test_a_level_return_is_left_open():
    assert read(run(reward=np.full(20, 5.0))).state == "not-measured"


def test_a_loss_that_falls_is_not_shown():
    assert read(run(value_loss=LOSS[::-1])).state == "not-shown"


def test_a_loss_alone_is_not_measured():
    assert read(case(value_loss=LOSS)).state == "not-measured"
