import numpy as np
import pytest

from engine.observe.curves.validation.validation_accuracy_above_training import observe
from tests.engine.cases import TEN_CLASSES, case, falling, noise

PLAIN = {**TEN_CLASSES, "dropout": 0.0, "batch_size": 32.0, "n_val": 300.0}


def accuracies(train_end, val_end, config=PLAIN, points=20):
    train = 1 - falling(0.9, 1 - train_end, points) + noise(points, 0.01)
    return case(config, train_accuracy=train, val_accuracy=1 - falling(0.88, 1 - val_end, points))


def test_answers_are_better_on_validation_data():
    found = observe(accuracies(0.75, 0.95))
    assert found.strength > 0.95
    assert "validation accuracy is 0.936 and training accuracy 0.735" in found.text
    assert found.source == "metrics.val_accuracy"


def test_wrong_labels_learned_by_heart_in_the_end_show_in_the_middle():
    train = np.concatenate(
        [np.linspace(0.4, 0.7, 5), np.linspace(0.7, 0.8, 15), np.linspace(0.85, 1.0, 20)]
    )
    held_out = np.concatenate(
        [np.linspace(0.6, 0.95, 5), np.full(15, 0.95), np.linspace(0.93, 0.8, 20)]
    )
    found = observe(case(PLAIN, train_accuracy=train, val_accuracy=held_out))
    assert found.strength > 0.9
    assert "middle" in found.text


def test_silent_when_both_are_alike_or_training_is_ahead():
    assert observe(accuracies(0.93, 0.94)).strength < 0.1
    assert observe(accuracies(0.95, 0.8)).strength < 0.02


def test_silent_when_only_the_running_mean_lags():
    accuracy = 1 - falling(0.9, 0.02, 41, rate=4)
    assert (
        observe(
            case(PLAIN, train_accuracy=accuracy[0:40:2], val_accuracy=accuracy[1:41:2])
        ).strength
        < 0.1
    )


def test_few_validation_samples_say_less():
    few = observe(accuracies(0.75, 0.85, PLAIN | {"n_val": 20.0})).strength
    assert few < 0.1 < 0.8 < observe(accuracies(0.75, 0.85, PLAIN | {"n_val": 5000.0})).strength


def test_unstated_dropout_leaves_it_open():
    assert observe(accuracies(0.75, 0.95, TEN_CLASSES)).strength == 0.5


@pytest.mark.parametrize(
    "handicap",
    [
        {"dropout": 0.3},
        {"label_smoothing": 0.1},
        {"augmentation": "flips"},
        {"augmentation": True},
        {"shuffle": False},
        {"batch_size": 4.0, "normalization": "batch"},
    ],
)
def test_not_measured_when_training_is_handicapped(handicap):
    assert observe(accuracies(0.75, 0.95, PLAIN | handicap)) is None


def test_small_batches_without_batch_statistics_are_measured():
    assert (
        observe(
            accuracies(0.75, 0.95, PLAIN | {"batch_size": 4.0, "normalization": "layer"})
        ).strength
        > 0.9
    )


def test_not_measured_without_both_accuracies_or_with_few_points():
    assert observe(case(PLAIN, train_accuracy=[0.5] * 9)) is None
    assert observe(case(PLAIN, train_accuracy=[0.5] * 3, val_accuracy=[0.9] * 3)) is None
