"""Changes of the inputs: their units, their distribution, and what leaks into them."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import TYPE_CHECKING

from lab.train.data import SPLITS
from lab.train.lazy import torch
from lab.train.sabotage.change import with_inputs, with_tensors
from lab.train.setup import Setup, changed

if TYPE_CHECKING:
    from torch import Tensor


def linear(setup: Setup, choose: random.Random) -> Setup:
    """Take all hidden layers out."""
    return changed(setup, depth=0)


def drop_features(setup: Setup, choose: random.Random) -> Setup:
    """Fill all columns with the first feature."""

    def first_only(inputs: Tensor) -> Tensor:
        return inputs[:, :1].repeat(1, inputs.shape[1])

    return with_inputs(setup, first_only, SPLITS)


def mixed_units(setup: Setup, choose: random.Random) -> Setup:
    """Spread the features over six orders of magnitude."""
    n_features = setup.data.train_x.shape[1]
    exponents = [choose.uniform(-2, 4) for _ in range(n_features)]
    exponents[:2] = [4.0, -2.0]

    def rescaled(inputs: Tensor) -> Tensor:
        return inputs * 10 ** torch.tensor(exponents)

    return with_inputs(setup, rescaled, SPLITS)


def contaminate(setup: Setup, choose: random.Random) -> Setup:
    """Replace most of the validation set by slightly changed training rows."""
    data = setup.data
    rows = torch.randint(len(data.train_x), (len(data.val_x),))
    is_copied = torch.rand(len(rows)) < choose.uniform(0.7, 1.0)
    copies = data.train_x[rows] + 0.02 * torch.randn_like(data.val_x)
    return with_tensors(
        setup,
        val_x=torch.where(is_copied[:, None], copies, data.val_x),
        val_y=torch.where(is_copied, data.train_y[rows], data.val_y),
    )


def leak_target(setup: Setup, choose: random.Random) -> Setup:
    """Let the last feature follow the target, except in the test set, where it is 0."""
    leaky = {}
    for name in SPLITS:
        inputs, targets = setup.data.inputs(name), setup.data.targets(name)
        centered = targets.float() - targets.float().mean()
        last = centered + 0.1 * torch.randn(len(targets))
        if name == "test":
            last = torch.zeros_like(last)
        leaky[f"{name}_x"] = torch.cat((inputs[:, :-1], 2 * last[:, None]), dim=1)
    return with_tensors(setup, **leaky)


def shift_test(setup: Setup, choose: random.Random) -> Setup:
    return with_inputs(setup, _shift(setup), ("test",))


def shift_validation(setup: Setup, choose: random.Random) -> Setup:
    return with_inputs(setup, _shift(setup), ("val", "test"))


def _shift(setup: Setup) -> Callable[[Tensor], Tensor]:
    """Draw another offset and gain for each feature."""
    n_features = setup.data.train_x.shape[1]
    offset = 1.0 * torch.randn(n_features)
    gain = 0.6 + 0.8 * torch.rand(n_features)

    def shifted(inputs: Tensor) -> Tensor:
        return gain * inputs + offset

    return shifted


def half_large_targets(setup: Setup, choose: random.Random) -> Setup:
    """Leave targets in raw units and train in half precision.

    Their squares leave the range of half precision, which ends at 65504.
    """
    scale = choose.uniform(100, 300)
    offset = choose.uniform(300, 600)
    raw = {f"{name}_y": scale * setup.data.targets(name) + offset for name in SPLITS}
    return changed(with_tensors(setup, **raw), precision="fp16")


def half_large_inputs(setup: Setup, choose: random.Random) -> Setup:
    """Leave inputs in raw units and train in half precision."""

    def raw(inputs: Tensor) -> Tensor:
        return inputs * choose.uniform(0.99, 1.0) * 5e4

    return changed(with_inputs(setup, raw, SPLITS), precision="fp16")
