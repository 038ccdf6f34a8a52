import numpy as np
import pytest

from engine.observe.measures.excerpt import begins_late, observed_from
from tests.engine.cases import case, series
from tests.together import together


def logged(x, config=None, x_name="step"):
    x = np.asarray(x, dtype=float)
    return case(config, train_loss=series("train_loss", np.ones(len(x)), x, x_name))


@pytest.mark.parametrize(
    ("x", "x_name"),
    [
        (90_000 + 100 * np.arange(12), "step"),
        (60_000 + 1000 * np.arange(16), "step"),
        (np.arange(50, 70), "epoch"),
    ],
)
def test_a_log_that_begins_far_behind_its_spacing_is_an_excerpt(x, x_name):
    assert begins_late(logged(x, x_name=x_name))


@together(
    "x, x_name",
    [
        (100 * np.arange(1, 30), "step"),
        (np.arange(20), "epoch"),
        (np.arange(1, 4), "epoch"),
        ([20, 40], "step"),
        (1000 + 50 * np.arange(1000), "step"),  # the first 2 % are missing
        (np.arange(1000, 1020), "index"),
        ([5000], "step"),
        ([5000, 5000, 5000], "step"),
        (2.0 ** np.arange(12), "step"),
    ],
)
def test_a_log_from_the_start_is_none(x, x_name):
    assert not begins_late(logged(x, x_name=x_name))


def test_the_stated_length_counts_where_it_is_longer():
    assert observed_from(logged(np.arange(50, 70), {"epochs": 1000.0}, "epoch")) == 0.05
    assert observed_from(logged(np.arange(50, 70), {"epochs": 100.0}, "epoch")) == 0.5


def test_any_curve_from_the_start_shows_it():
    evaluations = series("val_loss", np.ones(5), 5000 + 100 * np.arange(5))
    assert begins_late(case(val_loss=evaluations))
    assert not begins_late(case(val_loss=evaluations, train_loss=np.ones(300)))
    assert observed_from(case()) == 0


@pytest.mark.parametrize(("x", "share"), [([4, 3.9, 4.1, 0], 4 / 4.1), ([90, 91, 92, 1], 90 / 92)])
def test_steps_that_begin_anew_are_counted_to_the_largest(x, share):
    assert observed_from(logged(x)) == pytest.approx(share)
