"""Small synthetic data sets.

Each maker draws its own sizes and difficulty from `choose` and its numbers from PyTorch. The order
of the draws decides which data a seed gives: keep it.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from typing import TYPE_CHECKING

from lab.train.data import Data, Rows, split
from lab.train.lazy import torch

if TYPE_CHECKING:
    from torch import Tensor

Maker = Callable[[random.Random, int], Data]

SIDE = 8  # of a picture, in pixels


def clusters(choose: random.Random, n_train: int) -> Data:
    """Make two Gaussian clusters per class, so that no straight line separates the classes.

    Inputs: (rows, features). Targets: 2 to 8 classes.
    """
    distance = choose.uniform(1.4, 2.0)
    return _clusters("clusters", choose, n_train, distance)


def overlapping(choose: random.Random, n_train: int) -> Data:
    """Make clusters so close that no model can separate part of each class from the next.

    Inputs: (rows, features). Targets: 2 to 8 classes.
    """
    distance = choose.uniform(0.8, 1.2)
    return _clusters("overlapping", choose, n_train, distance)


def _clusters(
    name: str,
    choose: random.Random,
    n_train: int,
    distance: float,
) -> Data:
    """Draw centers and put rows around them with a standard deviation of 1.

    distance: typical distance of a center from the origin in each of six features; with more
    features it shrinks, so that the classes overlap as much.
    """
    n_classes = choose.choice([2, 3, 4, 5, 8])
    n_features = choose.choice([6, 12, 20])
    directions = torch.randn(n_classes, 2, n_features)
    shrink = math.sqrt(n_features / 6)
    centers = distance * directions / shrink

    def sample(count: int) -> Rows:
        labels = torch.randint(n_classes, (count,))
        cluster = torch.randint(2, (count,))
        noise = torch.randn(count, n_features)
        inputs = centers[labels, cluster] + noise
        return inputs, labels

    return split(
        name,
        n_classes=n_classes,
        n_train=n_train,
        sample=sample,
    )


def spirals(choose: random.Random, n_train: int) -> Data:
    """Make one arm of a spiral per class.

    Inputs: (rows, 2), up to a radius of 1. Targets: 2 to 4 classes.
    """
    arms = choose.choice([2, 2, 3, 4])
    twist = choose.uniform(2.0, 3.5)
    noise = choose.uniform(0.15, 0.3)

    def sample(count: int) -> Rows:
        labels = torch.randint(arms, (count,))
        share = torch.rand(count)
        radius = 0.15 + 0.85 * share
        start = 2 * math.pi * labels / arms
        smooth = start + twist * radius
        angle = _with_noise(smooth, noise)
        return _in_plane(radius, angle), labels

    return split(
        "spirals",
        n_classes=arms,
        n_train=n_train,
        sample=sample,
    )


def _in_plane(radius: Tensor, angle: Tensor) -> Tensor:
    """Turn polar coordinates, (rows,) each, into (rows, 2)."""
    x = radius * angle.cos()
    y = radius * angle.sin()
    return torch.stack((x, y), dim=1)


def sine(choose: random.Random, n_train: int) -> Data:
    """Make a sine with a slope in the first feature; the others have no influence.

    Inputs: (rows, features) from -2 to 2, of which 0, 2 or 4 features are idle.
    Targets: (rows,) with Gaussian noise.
    """
    frequency = choose.uniform(1.0, 1.6)
    noise = choose.uniform(0.1, 0.35)
    idle = choose.choice([0, 2, 4])

    def sample(count: int) -> Rows:
        shares = torch.rand(count, 1 + idle)
        inputs = 4 * shares - 2
        first = inputs[:, 0]
        wave = (frequency * first).sin()
        smooth = wave + 0.3 * first
        return inputs, _with_noise(smooth, noise)

    return split(
        "sine",
        n_classes=None,
        n_train=n_train,
        sample=sample,
    )


def friedman(choose: random.Random, n_train: int) -> Data:
    """Make Friedman's first test function, with five idle features beside it.

    Inputs: (rows, 10) from 0 to 1. Targets: (rows,) with Gaussian noise.
    Source: Multivariate Adaptive Regression Splines, 1991.
    """
    noise = choose.uniform(0.5, 2.0)

    def sample(count: int) -> Rows:
        inputs = torch.rand(count, 10)
        smooth = friedman_function(inputs)
        return inputs, _with_noise(smooth, noise)

    return split(
        "friedman",
        n_classes=None,
        n_train=n_train,
        sample=sample,
    )


def friedman_function(inputs: Tensor) -> Tensor:
    """Return 10 sin(pi x0 x1) + 20 (x2 - 1/2)² + 10 x3 + 5 x4 of each row."""
    first, second, third, fourth, fifth = inputs[:, :5].T
    wave = 10 * (math.pi * first * second).sin()
    bowl = 20 * (third - 0.5) ** 2
    return wave + bowl + 10 * fourth + 5 * fifth


def _with_noise(smooth: Tensor, noise: float) -> Tensor:
    """Add Gaussian noise of this standard deviation to values of any shape."""
    drawn = torch.randn(smooth.shape)
    return smooth + noise * drawn


def patterns(choose: random.Random, n_train: int) -> Data:
    """Make a smooth picture per class, moved by up to a pixel, in noise.

    Inputs: (rows, 1, SIDE, SIDE). Targets: 4, 6 or 10 classes.
    Each class has one picture, the same in all rows but for the move and the noise.
    """
    n_classes = choose.choice([4, 6, 10])
    noise = choose.uniform(0.4, 0.8)
    pictures = _smooth_pictures(n_classes)

    def sample(count: int) -> Rows:
        labels = torch.randint(n_classes, (count,))
        moves = torch.randint(-1, 2, (count, 2))
        moved = _moved(pictures[labels], moves)
        inputs = _with_noise(moved, noise)
        return inputs[:, None], labels

    return split(
        "patterns",
        n_classes=n_classes,
        n_train=n_train,
        sample=sample,
    )


def _smooth_pictures(count: int) -> Tensor:
    """Return (count, SIDE, SIDE): random pictures of half the size, enlarged."""
    coarse = torch.randn(count, 1, 4, 4)
    enlarged = torch.nn.functional.interpolate(
        coarse,
        size=(SIDE, SIDE),
        mode="bilinear",
    )
    return enlarged[:, 0]


def _moved(pictures: Tensor, moves: Tensor) -> Tensor:
    """Move each picture by its own numbers of rows and columns; edges wrap around."""
    moved = []
    for picture, move in zip(pictures, moves.tolist(), strict=True):
        rolled = torch.roll(picture, move, dims=(0, 1))
        moved.append(rolled)
    return torch.stack(moved)


def sequence_sum(choose: random.Random, n_train: int) -> Data:
    """Ask for the sum of the values that a second channel marks.

    Inputs: (rows, length, 2). Targets: (rows,) with Gaussian noise.
    About half of the values are marked by a 1 in the second channel, the others by a 0.
    """
    length = choose.choice([5, 7, 9])
    noise = choose.uniform(0.1, 0.4)

    def sample(count: int) -> Rows:
        values = torch.randn(count, length)
        is_marked = torch.rand(count, length) < 0.5
        marks = is_marked.float()
        sums = (values * marks).sum(1)
        inputs = torch.stack((values, marks), dim=2)
        return inputs, _with_noise(sums, noise)

    return split(
        "sequence-sum",
        n_classes=None,
        n_train=n_train,
        sample=sample,
    )


def sequence_place(choose: random.Random, n_train: int) -> Data:
    """Ask for the part of the sequence in which the values are raised.

    Inputs: (rows, length, 1). Targets: 3 or 4 classes.
    The sequence has one part of 2 or 3 places per class.
    """
    n_classes = choose.choice([3, 4])
    part = choose.choice([2, 3])
    height = choose.uniform(1.5, 2.2)
    length = n_classes * part
    part_of_place = torch.arange(length) // part

    def sample(count: int) -> Rows:
        labels = torch.randint(n_classes, (count,))
        is_raised = part_of_place == labels[:, None]
        noise = torch.randn(count, length)
        inputs = height * is_raised + noise
        return inputs[:, :, None], labels

    return split(
        "sequence-place",
        n_classes=n_classes,
        n_train=n_train,
        sample=sample,
    )


def parity(choose: random.Random, n_train: int) -> Data:
    """Ask whether the number of ones is odd: nothing is gained until the whole rule is learned.

    Inputs: (rows, length, 1), about -1 for a zero and about 1 for a one. Targets: 2 classes.
    """
    length = choose.choice([4, 5])

    def sample(count: int) -> Rows:
        bits = torch.randint(2, (count, length))
        signs = 2.0 * bits - 1
        inputs = _with_noise(signs, 0.1)
        labels = bits.sum(1) % 2
        return inputs[:, :, None], labels

    return split(
        "parity",
        n_classes=2,
        n_train=n_train,
        sample=sample,
    )


CLASSIFICATION: dict[str, tuple[Maker, ...]] = {
    "mlp": (clusters, spirals, patterns),
    "cnn": (patterns,),
    "gru": (sequence_place,),
}
REGRESSION: dict[str, tuple[Maker, ...]] = {
    "mlp": (sine, friedman),
    "gru": (sequence_sum,),
}
