"""Small setups for the tests of training."""

import random

import torch

from lab.train import datasets
from lab.train.loop import train
from lab.train.setup import setup_of

SMALL = {"epochs": 3, "batch_size": 30, "width": 8, "level": "basic"}


def small_setup(maker=datasets.clusters, count=90, **values):
    torch.manual_seed(1)
    data = maker(random.Random(1), count)
    return setup_of(data, **(SMALL | values))


def metrics_of(**values):
    return train(small_setup(**values), seed=5)[0]


def healthy_setup(maker=datasets.clusters, count=200, **values):
    torch.manual_seed(2)
    return setup_of(maker(random.Random(2), count), **values)
