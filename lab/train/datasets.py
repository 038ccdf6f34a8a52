"""Small synthetic data sets.

Each maker draws its own sizes and difficulty from `choose` and its numbers from PyTorch.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable

from lab.train.data import Data, Rows, split
from lab.train.lazy import torch

Maker = Callable[[random.Random, int], Data]


def clusters(choose: random.Random, n_train: int) -> Data:
    """Two Gaussian clusters per class, so that no straight line separates the classes."""
    return _clusters("clusters", choose, n_train, choose.uniform(1.4, 2.0))


def overlapping(choose: random.Random, n_train: int) -> Data:
    """Clusters so close that no model can separate part of each class from the next."""
    return _clusters("overlapping", choose, n_train, choose.uniform(0.8, 1.2))


def _clusters(name: str, choose: random.Random, n_train: int, distance: float) -> Data:
    n_classes = choose.choice([2, 3, 4, 5, 8])
    n_features = choose.choice([6, 12, 20])
    directions = torch.randn(n_classes, 2, n_features)
    centers = distance * directions / math.sqrt(n_features / 6)

    def sample(count: int) -> Rows:
        labels = torch.randint(n_classes, (count,))
        cluster = torch.randint(2, (count,))
        inputs = centers[labels, cluster] + torch.randn(count, n_features)
        return inputs, labels

    return split(name, n_classes, n_train, sample)


def spirals(choose: random.Random, n_train: int) -> Data:
    arms = choose.choice([2, 2, 3, 4])
    twist = choose.uniform(2.0, 3.5)
    noise = choose.uniform(0.15, 0.3)

    def sample(count: int) -> Rows:
        labels = torch.randint(arms, (count,))
        radius = 0.15 + 0.85 * torch.rand(count)
        start = 2 * math.pi * labels / arms
        angle = start + twist * radius + noise * torch.randn(count)
        inputs = torch.stack((radius * angle.cos(), radius * angle.sin()), dim=1)
        return inputs, labels

    return split("spirals", arms, n_train, sample)


def sine(choose: random.Random, n_train: int) -> Data:
    """A sine with a slope in the first feature; the others do not matter."""
    frequency = choose.uniform(1.0, 1.6)
    noise = choose.uniform(0.1, 0.35)
    idle = choose.choice([0, 2, 4])

    def sample(count: int) -> Rows:
        inputs = 4 * torch.rand(count, 1 + idle) - 2
        first = inputs[:, 0]
        smooth = (frequency * first).sin() + 0.3 * first
        return inputs, smooth + noise * torch.randn(count)

    return split("sine", None, n_train, sample)


def friedman(choose: random.Random, n_train: int) -> Data:
    """Friedman's first test function, with five idle features beside it.

    Source: Multivariate Adaptive Regression Splines, 1991.
    """
    noise = choose.uniform(0.5, 2.0)

    def sample(count: int) -> Rows:
        inputs = torch.rand(count, 10)
        wave = 10 * (math.pi * inputs[:, 0] * inputs[:, 1]).sin()
        bowl = 20 * (inputs[:, 2] - 0.5) ** 2
        smooth = wave + bowl + 10 * inputs[:, 3] + 5 * inputs[:, 4]
        return inputs, smooth + noise * torch.randn(count)

    return split("friedman", None, n_train, sample)


def patterns(choose: random.Random, n_train: int) -> Data:
    """A smooth 8x8 picture per class, moved by up to a pixel, in noise."""
    n_classes = choose.choice([4, 6, 10])
    noise = choose.uniform(0.4, 0.8)
    coarse = torch.randn(n_classes, 1, 4, 4)
    enlarged = torch.nn.functional.interpolate(coarse, size=(8, 8), mode="bilinear")
    pictures = enlarged[:, 0]

    def sample(count: int) -> Rows:
        labels = torch.randint(n_classes, (count,))
        moves = torch.randint(-1, 2, (count, 2)).tolist()
        moved = []
        for label, move in zip(labels, moves, strict=True):
            moved.append(torch.roll(pictures[label], move, (0, 1)))
        noisy = torch.stack(moved) + noise * torch.randn(count, 8, 8)
        return noisy[:, None], labels

    return split("patterns", n_classes, n_train, sample)


def sequence_sum(choose: random.Random, n_train: int) -> Data:
    """The target is the sum of the values that a second channel marks."""
    length = choose.choice([5, 7, 9])
    noise = choose.uniform(0.1, 0.4)

    def sample(count: int) -> Rows:
        values = torch.randn(count, length)
        marks = (torch.rand(count, length) < 0.5).float()
        sums = (values * marks).sum(1)
        inputs = torch.stack((values, marks), dim=2)
        return inputs, sums + noise * torch.randn(count)

    return split("sequence-sum", None, n_train, sample)


def sequence_place(choose: random.Random, n_train: int) -> Data:
    """The class is the part of the sequence in which the values are raised."""
    n_classes = choose.choice([3, 4])
    part = choose.choice([2, 3])
    height = choose.uniform(1.5, 2.2)
    length = n_classes * part

    def sample(count: int) -> Rows:
        labels = torch.randint(n_classes, (count,))
        part_of_place = torch.arange(length)[None, :] // part
        raised = part_of_place == labels[:, None]
        values = height * raised + torch.randn(count, length)
        return values[:, :, None], labels

    return split("sequence-place", n_classes, n_train, sample)


def parity(choose: random.Random, n_train: int) -> Data:
    """Odd or even number of ones: nothing is gained until the whole rule is learned."""
    length = choose.choice([4, 5])

    def sample(count: int) -> Rows:
        bits = torch.randint(2, (count, length))
        signs = (2.0 * bits - 1)[:, :, None]
        labels = bits.sum(1) % 2
        return signs + 0.1 * torch.randn(count, length, 1), labels

    return split("parity", 2, n_train, sample)


CLASSIFICATION: dict[str, tuple[Maker, ...]] = {
    "mlp": (clusters, spirals, patterns),
    "cnn": (patterns,),
    "gru": (sequence_place,),
}
REGRESSION: dict[str, tuple[Maker, ...]] = {
    "mlp": (sine, friedman),
    "gru": (sequence_sum,),
}
