import random

import torch

from lab.train.sabotage import inputs
from tests.lab.train.make import healthy_setup


def test_mixed_units_spread_the_features_over_six_orders():
    setup = inputs.mixed_units(healthy_setup(), random.Random(0))
    spread = setup.data.train_x.std(0)

    assert spread.max() / spread.min() > 1e5


def test_the_leaked_feature_tells_the_target_except_in_the_test_set():
    leaky = inputs.leak_target(healthy_setup(), random.Random(0)).data

    pair = torch.stack((leaky.val_x[:, -1], leaky.val_y.float()))
    assert torch.corrcoef(pair)[0, 1] > 0.9
    assert leaky.test_x[:, -1].std() == 0


def test_a_shift_of_the_test_set_leaves_validation_alone():
    setup = healthy_setup()
    shifted = inputs.shift_test(setup, random.Random(0))

    assert (shifted.data.val_x == setup.data.val_x).all()
    assert not torch.allclose(shifted.data.test_x, setup.data.test_x)


def test_contamination_copies_training_rows_into_validation():
    setup = healthy_setup()
    contaminated = inputs.contaminate(setup, random.Random(0)).data

    nearest = torch.cdist(contaminated.val_x, contaminated.train_x).min(1).values
    assert (nearest < 0.2).float().mean() > 0.6
