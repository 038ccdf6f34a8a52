import random

import pytest
import torch

from lab import healthy
from lab.train.loop import train
from lab.train.setup import changed


@pytest.mark.parametrize("maker", healthy.MAKERS, ids=lambda maker: maker.__name__)
def test_every_healthy_variant_can_be_trained(maker):
    torch.manual_seed(3)
    setup = changed(maker(random.Random(3)), epochs=1, level="basic")
    metrics, _ = train(setup, seed=3)

    assert len(metrics["val_loss"]) == 1


def test_every_healthy_setup_has_a_name_of_its_own():
    assert len(healthy.MAKER_OF) == len(healthy.MAKERS)
