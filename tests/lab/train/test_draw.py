import random

import pytest
import torch

from lab.train import datasets
from lab.train.draw import Pool, draw


def test_a_family_without_data_for_the_task_is_refused():
    with pytest.raises(IndexError):
        draw(random.Random(0), Pool(tasks=("regression",), kinds=("cnn",)))


def test_the_pool_limits_what_is_drawn():
    torch.manual_seed(0)
    pool = Pool(kinds=("mlp",), makers=(datasets.spirals,), n_train=(60,))
    setup = draw(random.Random(0), pool)

    assert setup.architecture.kind == "mlp"
    assert setup.data.name == "spirals"
    assert len(setup.data.train_x) == 60


@pytest.mark.parametrize("seed", range(8))
def test_momentum_is_used_with_plain_descent_alone(seed):
    optimization = draw(random.Random(seed)).optimization

    assert (optimization.momentum > 0) == (optimization.optimizer == "sgd")
