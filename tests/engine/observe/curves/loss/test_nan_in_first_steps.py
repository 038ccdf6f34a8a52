import math

import numpy as np
import pytest

from engine.observe.curves.loss.nan_in_first_steps import observe
from engine.scales import SEEN
from tests.engine.cases import case, falling, series

NAN = [math.nan] * 20


def logged(values, spacing=1, first=0):
    x = first + spacing * np.arange(len(values))
    return case(train_loss=series("train_loss", values, x))


@pytest.mark.parametrize("finite", [[], [2.3], [2.3, 2.2, 9.0]])
def test_a_loss_that_breaks_within_a_few_steps_is_seen(finite):
    found = observe(logged([*finite, *NAN]))

    assert found.strength > 0.9
    assert f"point {len(finite) + 1} of" in found.text


def test_a_coarse_log_that_begins_with_a_nan_does_not_show_when_it_came():
    assert observe(logged(NAN, spacing=100, first=100)) is None
    assert observe(case(train_loss=series("train_loss", NAN, range(20), "epoch"))) is None


def test_an_overflow_and_a_loss_that_had_fallen_count_less():
    assert observe(logged([2.3, math.inf, *NAN])).strength < SEEN
    assert observe(logged([2.3, 40.0, 9000.0, *NAN])).strength < SEEN
    assert observe(logged([2.3, 1.9, 1.2, 0.8, *NAN])).strength < 0.1


def test_silent_where_the_loss_breaks_late():
    assert observe(logged([*falling(2.3, 0.5, 900), *NAN])).strength < 0.1
    assert observe(logged([*[2.3] * 60, *NAN], spacing=5)).strength < 0.1


def test_not_measured_without_a_nan_or_in_an_excerpt():
    assert observe(logged(falling(2.3, 0.5, 30))) is None
    assert observe(logged(NAN, spacing=1, first=90_000)) is None
    assert observe(case(val_loss=NAN)) is None
