import random

import pytest
import torch

from lab.train import datasets

MAKERS = [
    datasets.clusters,
    datasets.overlapping,
    datasets.spirals,
    datasets.sine,
    datasets.friedman,
    datasets.patterns,
    datasets.sequence_sum,
    datasets.sequence_place,
    datasets.parity,
]


def made(maker, seed=3):
    torch.manual_seed(seed)
    return maker(random.Random(seed), 120)


@pytest.mark.parametrize("maker", MAKERS)
def test_the_sets_fit_together(maker):
    found = made(maker)

    assert len(found.train_x) == len(found.train_y) == 120
    assert found.train_x.shape[1:] == found.val_x.shape[1:] == found.test_x.shape[1:]
    assert all(torch.isfinite(part).all() for part in (found.train_x, found.val_x, found.test_x))


@pytest.mark.parametrize("maker", MAKERS)
def test_the_targets_fit_the_task(maker):
    found = made(maker)

    if found.task == "classification":
        assert set(found.train_y.tolist()) <= set(range(found.n_classes))
        assert found.train_y.dtype == torch.int64
    else:
        assert found.n_classes is None
        assert found.train_y.mean().abs() < 1e-4
        assert found.train_y.std() == pytest.approx(1.0, abs=1e-4)


@pytest.mark.parametrize("maker", MAKERS)
def test_the_same_seed_gives_the_same_data(maker):
    assert torch.equal(made(maker).train_x, made(maker).train_x)
    assert not torch.equal(made(maker).val_x[:50], made(maker, seed=4).val_x[:50])


def test_tables_are_on_the_scale_of_the_training_set():
    found = made(datasets.friedman)

    assert torch.allclose(found.train_x.std(0), torch.ones(10), atol=1e-4)
    assert not torch.allclose(found.val_x.std(0), torch.ones(10), atol=1e-4)


def test_parity_counts_the_ones():
    found = made(datasets.parity)

    assert torch.equal((found.train_x[:, :, 0] > 0).sum(1) % 2, found.train_y)
