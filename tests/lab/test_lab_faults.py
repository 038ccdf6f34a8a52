import random
from dataclasses import replace

import pytest
import torch

from lab import checks, data, sabotage
from lab.faults import ALL, FAULTS
from lab.setup import Setup, draw
from tests.engine.content import real_knowledge


def healthy_setup(maker=data.clusters, count=200, **values):
    torch.manual_seed(2)
    return Setup(data=maker(random.Random(2), count), **values)


@pytest.mark.parametrize("fault", ALL, ids=lambda fault: fault.slug)
def test_every_fault_changes_the_setup_that_it_is_given(fault):
    torch.manual_seed(0)
    twin = replace(draw(random.Random(0), **fault.base), **fault.fixed)
    faulty = fault.change(twin, random.Random(0))

    assert fault.slug in fault.accepted
    assert any(getattr(faulty, name) is not value for name, value in vars(twin).items())


def test_every_fault_of_the_lab_has_an_entry():
    assert set(FAULTS) <= set(real_knowledge().failure_modes)


def test_mixed_units_spread_the_features_over_six_orders():
    setup = sabotage.mixed_units(healthy_setup(), random.Random(0))
    spread = setup.data.train_x.std(0)

    assert spread.max() / spread.min() > 1e5


def test_flipped_labels_leave_the_validation_set_alone():
    setup = healthy_setup()
    noisy = sabotage.flip_labels(setup, random.Random(0))

    assert torch.equal(noisy.data.val_y, setup.data.val_y)
    assert 0.1 < (noisy.data.train_y != setup.data.train_y).float().mean() < 0.5


def test_the_imbalance_leaves_every_class_in_both_sets():
    setup = sabotage.imbalance(0.03)(healthy_setup(count=600), random.Random(0))
    for labels in (setup.data.train_y, setup.data.val_y):
        counts = labels.bincount(minlength=setup.data.n_classes)
        assert counts.min() > 0
        assert counts[0] > 0.85 * len(labels)


def test_sorting_orders_the_rows_and_switches_the_shuffling_off():
    setup = sabotage.sort_by_class(healthy_setup(), random.Random(0))

    assert not setup.shuffle
    assert (setup.data.train_y.diff() >= 0).all()


def test_the_leaked_feature_tells_the_target_except_in_the_test_set():
    leaky = sabotage.leak_target(healthy_setup(), random.Random(0)).data

    assert torch.corrcoef(torch.stack((leaky.val_x[:, -1], leaky.val_y.float())))[0, 1] > 0.9
    assert leaky.test_x[:, -1].std() == 0


SCORES = {"val_accuracy": [0.9] * 5, "val_loss": [0.3] * 5, "train_loss": [0.3] * 5}


def test_a_clearly_lower_score_shows_a_fault_and_a_like_one_does_not():
    assert checks.worse_score(SCORES, SCORES | {"val_accuracy": [0.7] * 5})
    assert checks.worse_score(SCORES, SCORES | {"val_accuracy": [0.88] * 5}) is None


def test_a_spike_must_come_back_down():
    assert checks.spiked(SCORES, {"train_loss": [1, 0.5, 0.4, 4, 0.4, 0.3, 0.3]})
    assert checks.spiked(SCORES, {"train_loss": [1, 0.5, 0.4, 4, 4, 4, 4]}) is None


def test_validation_that_turns_up_needs_a_falling_training_loss():
    rising = SCORES | {"val_loss": [0.5, 0.3, 0.4, 0.6, 0.8, 0.9, 0.9], "train_loss": [0.01] * 7}

    assert checks.turned_up(SCORES, rising)
    assert checks.turned_up(SCORES, rising | {"train_loss": [0.3] * 7}) is None


def test_nan_shows_only_beside_a_finite_twin():
    broken = SCORES | {"train_loss": [0.3, float("nan")], "val_accuracy": [float("nan")] * 5}

    assert checks.not_finite(SCORES, broken)
    assert checks.not_finite(SCORES, SCORES) is None
    assert checks.not_finite(broken, broken) is None


def test_a_higher_loss_shows_unless_both_are_nearly_perfect():
    perfect = SCORES | {"val_loss": [0.7, 0.001, 0.001, 0.001]}

    assert checks.worse_loss(1.5)(SCORES, SCORES | {"val_loss": [0.6] * 5})
    assert checks.worse_loss(1.5)(perfect, perfect | {"val_loss": [0.7, 0.004, 0.004, 0.004]}) is None
    assert checks.worse_loss(1.5)(perfect, perfect | {"val_loss": [float("nan")] * 4})
