import numpy as np
import pytest

from engine.observe.measures.standardized import settled_at_variance
from tests.engine.cases import REGRESSION, case, falling, healthy, noise

STUCK = 1.0 + noise(16, 0.002)


@pytest.mark.parametrize("config", [{}, REGRESSION])
def test_the_second_half_of_a_loss_that_stays_at_one(config):
    rest = settled_at_variance(case(config, train_loss=STUCK))

    assert (rest.name, len(rest)) == ("train_loss", 8)


def test_the_variance_of_the_validation_set_does_not_matter():
    assert settled_at_variance(case(train_loss=STUCK, val_loss=1.3 * STUCK)) is not None


@pytest.mark.parametrize(
    "loss",
    [
        falling(1.5, 1.0, 16, rate=40),
        np.linspace(1.0, 0.95, 16),
        1.02 * STUCK,
        STUCK[:7],
        [np.nan] * 16,
        np.where(np.arange(16) == 9, 1.4, STUCK),
    ],
)
def test_no_other_loss_is_taken_for_it(loss):
    assert settled_at_variance(case(train_loss=loss)) is None


def test_none_for_classes_other_tasks_recorded_accuracies_and_without_a_loss():
    assert settled_at_variance(healthy()) is None
    assert settled_at_variance(case({"task": "classification"}, train_loss=STUCK)) is None
    assert settled_at_variance(case({"task": "vae"}, train_loss=STUCK)) is None
    assert settled_at_variance(case(train_loss=STUCK, val_accuracy=[0.5] * 16)) is None
    assert settled_at_variance(case()) is None
