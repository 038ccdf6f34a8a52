"""Small synthetic data sets. Each maker draws its own sizes and difficulty from `choose` and its numbers from torch."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field as dataclass_field

import torch
from torch import Tensor
from torch.nn import functional

Sampler = Callable[[int], tuple[Tensor, Tensor]]
N_VAL, N_TEST = 300, 400


@dataclass(frozen=True, eq=False)
class Data:
    """Inputs have the shape (rows, features), (rows, 1, 8, 8) or (rows, length, features)."""

    name: str
    n_classes: int | None  # None for regression
    train_x: Tensor
    train_y: Tensor
    val_x: Tensor
    val_y: Tensor
    test_x: Tensor
    test_y: Tensor
    sample: Sampler = dataclass_field(repr=False)

    @property
    def task(self) -> str:
        return "classification" if self.n_classes else "regression"


def split(name: str, n_classes: int | None, n_train: int, sample: Sampler) -> Data:
    """Draw the three sets and put tables and targets on the scale of the training set."""
    parts = [sample(count) for count in (n_train, N_VAL, N_TEST)]
    shift_x, scale_x = _scale(parts[0][0]) if parts[0][0].dim() == 2 else (0.0, 1.0)
    shift_y, scale_y = (0.0, 1.0) if n_classes else _scale(parts[0][1])

    def scaled(count: int) -> tuple[Tensor, Tensor]:
        return _standard(sample(count))

    def _standard(part: tuple[Tensor, Tensor]) -> tuple[Tensor, Tensor]:
        return (part[0] - shift_x) / scale_x, (part[1] if n_classes else (part[1] - shift_y) / scale_y)

    tensors = [tensor for part in parts for tensor in _standard(part)]
    return Data(name, n_classes, *tensors, sample=scaled)


def _scale(values: Tensor) -> tuple[Tensor, Tensor]:
    return values.mean(0), values.std(0).clamp_min(1e-6)


def clusters(choose: random.Random, n_train: int) -> Data:
    """Two Gaussian clusters per class, so that no straight line separates the classes."""
    return _clusters("clusters", choose, n_train, choose.uniform(1.4, 2.0))


def overlapping(choose: random.Random, n_train: int) -> Data:
    """Clusters so near to each other that part of every class cannot be told from the next."""
    return _clusters("overlapping", choose, n_train, choose.uniform(0.8, 1.2))


def _clusters(name: str, choose: random.Random, n_train: int, distance: float) -> Data:
    n_classes, n_features = choose.choice([2, 3, 4, 5, 8]), choose.choice([6, 12, 20])
    centres = distance * torch.randn(n_classes, 2, n_features) / math.sqrt(n_features / 6)

    def sample(count: int) -> tuple[Tensor, Tensor]:
        labels = torch.randint(n_classes, (count,))
        return centres[labels, torch.randint(2, (count,))] + torch.randn(count, n_features), labels

    return split(name, n_classes, n_train, sample)


def spirals(choose: random.Random, n_train: int) -> Data:
    arms, twist, noise = choose.choice([2, 2, 3, 4]), choose.uniform(2.0, 3.5), choose.uniform(0.15, 0.3)

    def sample(count: int) -> tuple[Tensor, Tensor]:
        labels = torch.randint(arms, (count,))
        radius = 0.15 + 0.85 * torch.rand(count)
        angle = 2 * math.pi * labels / arms + twist * radius + noise * torch.randn(count)
        return torch.stack((radius * angle.cos(), radius * angle.sin()), dim=1), labels

    return split("spirals", arms, n_train, sample)


def sine(choose: random.Random, n_train: int) -> Data:
    frequency, noise, idle = choose.uniform(1.0, 1.6), choose.uniform(0.1, 0.35), choose.choice([0, 2, 4])

    def sample(count: int) -> tuple[Tensor, Tensor]:
        inputs = 4 * torch.rand(count, 1 + idle) - 2
        return inputs, (frequency * inputs[:, 0]).sin() + 0.3 * inputs[:, 0] + noise * torch.randn(count)

    return split("sine", None, n_train, sample)


def friedman(choose: random.Random, n_train: int) -> Data:
    """Friedman's first test function (Multivariate Adaptive Regression Splines, 1991), five idle features beside it."""
    noise = choose.uniform(0.5, 2.0)

    def sample(count: int) -> tuple[Tensor, Tensor]:
        x = torch.rand(count, 10)
        smooth = 10 * (math.pi * x[:, 0] * x[:, 1]).sin() + 20 * (x[:, 2] - 0.5) ** 2 + 10 * x[:, 3] + 5 * x[:, 4]
        return x, smooth + noise * torch.randn(count)

    return split("friedman", None, n_train, sample)


def patterns(choose: random.Random, n_train: int) -> Data:
    """A smooth 8x8 picture per class, moved by up to a pixel, in noise."""
    n_classes, noise = choose.choice([4, 6, 10]), choose.uniform(0.4, 0.8)
    coarse = torch.randn(n_classes, 1, 4, 4)
    pictures = functional.interpolate(coarse, size=(8, 8), mode="bilinear")[:, 0]

    def sample(count: int) -> tuple[Tensor, Tensor]:
        labels = torch.randint(n_classes, (count,))
        moves = torch.randint(-1, 2, (count, 2)).tolist()
        moved = [torch.roll(pictures[label], move, (0, 1)) for label, move in zip(labels, moves, strict=True)]
        return (torch.stack(moved) + noise * torch.randn(count, 8, 8))[:, None], labels

    return split("patterns", n_classes, n_train, sample)


def sequence_sum(choose: random.Random, n_train: int) -> Data:
    """The target is the sum of the values that a second channel marks."""
    length, noise = choose.choice([5, 7, 9]), choose.uniform(0.1, 0.4)

    def sample(count: int) -> tuple[Tensor, Tensor]:
        values = torch.randn(count, length)
        marks = (torch.rand(count, length) < 0.5).float()
        return torch.stack((values, marks), dim=2), (values * marks).sum(1) + noise * torch.randn(count)

    return split("sequence-sum", None, n_train, sample)


def sequence_place(choose: random.Random, n_train: int) -> Data:
    """The class is the part of the sequence in which the values are raised."""
    n_classes, part = choose.choice([3, 4]), choose.choice([2, 3])
    height = choose.uniform(1.5, 2.2)

    def sample(count: int) -> tuple[Tensor, Tensor]:
        labels = torch.randint(n_classes, (count,))
        raised = torch.arange(n_classes * part)[None, :] // part == labels[:, None]
        return (height * raised + torch.randn(count, n_classes * part))[:, :, None], labels

    return split("sequence-place", n_classes, n_train, sample)


def parity(choose: random.Random, n_train: int) -> Data:
    """Odd or even number of ones: nothing is gained until the whole rule is found."""
    length = choose.choice([4, 5])

    def sample(count: int) -> tuple[Tensor, Tensor]:
        bits = torch.randint(2, (count, length))
        return (2.0 * bits - 1)[:, :, None] + 0.1 * torch.randn(count, length, 1), bits.sum(1) % 2

    return split("parity", 2, n_train, sample)


CLASSIFICATION = {"mlp": (clusters, spirals, patterns), "cnn": (patterns,), "gru": (sequence_place,)}
REGRESSION = {"mlp": (sine, friedman), "gru": (sequence_sum,)}
