import random

from lab.train.sabotage import labels
from tests.lab.train.make import healthy_setup


def test_flipped_labels_leave_the_validation_set_alone():
    setup = healthy_setup()
    noisy = labels.flip_labels(setup, random.Random(0))

    assert (noisy.data.val_y == setup.data.val_y).all()
    assert 0.1 < (noisy.data.train_y != setup.data.train_y).float().mean() < 0.5


def test_the_imbalance_leaves_every_class_in_both_sets():
    setup = labels.imbalance(0.03)(healthy_setup(count=600), random.Random(0))
    for targets in (setup.data.train_y, setup.data.val_y):
        counts = targets.bincount(minlength=setup.data.n_classes)
        assert counts.min() > 0
        assert counts[0] > 0.85 * len(targets)


def test_sorting_orders_the_rows_and_switches_the_shuffling_off():
    setup = labels.sort_by_class(healthy_setup(), random.Random(0))

    assert not setup.defects.shuffle
    assert (setup.data.train_y.diff() >= 0).all()


def test_misaligned_targets_are_those_of_the_row_before():
    setup = healthy_setup()
    moved = labels.misalign(setup, random.Random(0))

    assert (moved.data.train_y[1:] == setup.data.train_y[:-1]).all()
    assert (moved.data.train_x == setup.data.train_x).all()
