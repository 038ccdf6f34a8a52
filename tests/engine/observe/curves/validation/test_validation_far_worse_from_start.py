import numpy as np

from engine.observe.curves.validation.validation_far_worse_from_start import observe
from tests.engine.cases import TEN_CLASSES, TWO_CLASSES, case, falling, healthy


def test_validation_loss_far_above_from_the_first_epochs():
    found = observe(case(TWO_CLASSES, train_loss=falling(0.5, 0.1), val_loss=falling(2.2, 2.0)))
    assert found.strength > 0.95
    assert (found.span.start, found.span.end) == (20, 60)


def test_validation_accuracy_far_below_from_the_first_epochs():
    apart = case(
        TWO_CLASSES, train_accuracy=np.linspace(0.8, 0.99, 20), val_accuracy=np.full(20, 0.45)
    )
    assert observe(apart).strength > 0.9
    assert observe(apart).span.series == "val_accuracy"


def test_silent_on_a_gap_that_grows():
    grows = case(TEN_CLASSES, train_loss=falling(2.3, 0.01), val_loss=np.linspace(2.3, 4.0, 20))
    assert observe(grows).strength < 0.3


def test_silent_on_a_learning_run_and_when_both_fail():
    assert observe(healthy()).strength < 0.1
    assert (
        observe(case(TEN_CLASSES, train_loss=falling(80, 20), val_loss=falling(120, 60))).strength
        < 0.1
    )


def test_not_measured_in_games_or_with_few_points():
    assert observe(case({"task": "gan"}, train_loss=np.ones(9), val_loss=np.ones(9))) is None
    assert observe(case(train_loss=[1.0, 0.5], val_loss=[9.0, 9.0])) is None
