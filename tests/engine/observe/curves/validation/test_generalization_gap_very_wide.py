import numpy as np
import pytest

from engine.observe.curves.validation import generalization_gap
from engine.observe.curves.validation.generalization_gap_very_wide import observe
from tests.engine.cases import REGRESSION, TEN_CLASSES, case, falling, healthy, series
from tests.together import together


def _accuracies(train, held_out):
    return case(
        TEN_CLASSES,
        train_accuracy=np.linspace(0.1, train, 20),
        val_accuracy=np.linspace(0.1, held_out, 20),
    )


def test_a_gap_that_no_healthy_run_has():
    found = observe(_accuracies(1, 0.6))
    assert found.strength > 0.95
    assert "a gap of +0.389" in found.text
    assert observe(case(train_accuracy=[0.99], val_accuracy=[0.6])).strength > 0.95


def test_losses_that_lie_far_apart():
    assert observe(case(train_loss=falling(5, 0.1), val_loss=falling(5, 4))).strength > 0.9
    assert observe(case(train_loss=[0.06], val_loss=[1.38])).strength > 0.9
    steps = 60_000 + 1000 * np.arange(16)
    late = case(
        train_loss=series("train_loss", np.linspace(0.41, 0.36, 16), steps),
        val_loss=series("val_loss", np.linspace(1.7, 1.8, 16), steps),
    )
    assert observe(late).strength > 0.9


@pytest.mark.parametrize(("train", "held_out"), [(1, 0.87), (0.95, 0.78), (0.7, 0.8)])
def test_silent_on_the_gaps_of_healthy_runs(train, held_out):
    assert observe(_accuracies(train, held_out)).strength < 0.05
    assert observe(healthy()).strength < 0.02


def test_silent_where_losses_are_far_apart_by_one_measure_only():
    small = case(REGRESSION, train_loss=falling(1, 0.001), val_loss=falling(1, 0.02))
    assert observe(small).strength < 0.05
    high = case(REGRESSION, train_loss=falling(1, 0.5), val_loss=falling(1, 0.9))
    assert observe(high).strength < 0.05


def test_silent_on_one_row_of_small_losses():
    assert observe(case(train_loss=[0.004], val_loss=[0.05])).strength < 0.02
    assert observe(case(train_loss=[0.004], val_loss=[1.2])).strength > 0.95


def test_silent_on_losses_below_zero():
    assert observe(case(train_loss=[-2.0, -4.0], val_loss=[-2.0, -1.0])).strength < 0.02


def test_not_measured_without_both_sides():
    assert observe(case(train_loss=[1.0, 0.5], val_accuracy=[0.1, 0.5])) is None
    assert observe(case(train_loss=[0.0, 0.0], val_loss=[0.0, 0.0])) is None
    assert observe(case(train_loss=[0.1], val_loss=[1.0], reward=[1.0])) is None


@together("held_out", np.linspace(0.2, 1, 9))
def test_a_very_wide_gap_is_a_gap(held_out):
    both = _accuracies(1, held_out)
    assert observe(both).strength <= generalization_gap.observe(both).strength
