"""Change the inputs: their units, their distribution, and leaks into them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import TYPE_CHECKING

from lab.train.data import SPLITS
from lab.train.lazy import torch
from lab.train.sabotage.change import with_inputs, with_tensors
from lab.train.setup import Setup, changed

if TYPE_CHECKING:
    from torch import Tensor


def linear(setup: Setup, choose: Random) -> Setup:
    """Remove all hidden layers, so that the model can only draw straight lines."""
    return changed(setup, depth=0)


def drop_features(setup: Setup, choose: Random) -> Setup:
    """Fill all columns with the first feature.

    The model keeps its size but lacks the information of the other features.
    """

    def first_only(inputs: Tensor) -> Tensor:
        first = inputs[:, :1]
        n_features = inputs.shape[1]
        return first.repeat(1, n_features)

    return with_inputs(setup, first_only, SPLITS)


def mixed_units(setup: Setup, choose: Random) -> Setup:
    """Spread the features over six orders of magnitude, as where scaling was forgotten.

    The first two features have the largest and the smallest unit; the others are in between.
    """
    n_features = _n_features(setup)
    exponents = []
    for _ in range(n_features):
        exponent = choose.uniform(-2, 4)
        exponents.append(exponent)
    exponents[0] = 4.0
    exponents[1] = -2.0
    units = 10 ** torch.tensor(exponents)

    def rescaled(inputs: Tensor) -> Tensor:
        return inputs * units

    return with_inputs(setup, rescaled, SPLITS)


def contaminate(setup: Setup, choose: Random) -> Setup:
    """Replace most of the validation set by slightly changed training rows.

    The score on it is then too good; the test set keeps fresh rows and shows the true one.
    """
    data = setup.data
    n_train = len(data.train_x)
    n_val = len(data.val_x)
    # One training row for each validation row, of which most are replaced.
    rows = torch.randint(n_train, (n_val,))
    drawn = torch.rand(n_val)
    is_copied = drawn < choose.uniform(0.7, 1.0)
    noise = torch.randn_like(data.val_x)
    inputs = data.train_x[rows] + 0.02 * noise
    targets = data.train_y[rows]

    is_copied_column = is_copied[:, None]
    return with_tensors(
        setup,
        val_x=torch.where(is_copied_column, inputs, data.val_x),
        val_y=torch.where(is_copied, targets, data.val_y),
    )


def leak_target(setup: Setup, choose: Random) -> Setup:
    """Let the last feature follow the target, except in the test set, where it is 0.

    So does a feature that is only known after the outcome, and missing in service.
    """
    leaky = {}
    for name in SPLITS:
        targets = setup.data.targets(name)
        last = _leak(targets)
        if name == "test":
            last = torch.zeros_like(last)
        inputs = setup.data.inputs(name)
        honest = inputs[:, :-1]
        leaky[f"{name}_x"] = torch.cat((honest, last), dim=1)
    return with_tensors(setup, **leaky)


def _leak(targets: Tensor) -> Tensor:
    """Return one column, (rows, 1): twice the centered targets with a little noise.

    Twice, so that it outweighs the other features.
    """
    values = targets.float()
    centered = values - values.mean()
    noise = torch.randn(len(targets))
    leaked = centered + 0.1 * noise
    return 2 * leaked[:, None]


def shift_test(setup: Setup, choose: Random) -> Setup:
    """Shift the test set alone, as data that was collected later."""
    shift = _shift(setup)
    return with_inputs(setup, shift, ("test",))


def shift_validation(setup: Setup, choose: Random) -> Setup:
    """Shift the validation set and the test set alike, as data from another source."""
    shift = _shift(setup)
    return with_inputs(setup, shift, ("val", "test"))


def _shift(setup: Setup) -> Callable[[Tensor], Tensor]:
    """Draw an offset and a gain for each feature.

    Return the function that applies them to inputs of shape (rows, features).
    """
    n_features = _n_features(setup)
    offset = torch.randn(n_features)
    share = torch.rand(n_features)
    gain = 0.6 + 0.8 * share

    def shifted(inputs: Tensor) -> Tensor:
        return gain * inputs + offset

    return shifted


def _n_features(setup: Setup) -> int:
    """Return the number of columns. The inputs must be a table."""
    columns: int = setup.data.train_x.shape[1]
    return columns


def half_large_targets(setup: Setup, choose: Random) -> Setup:
    """Leave targets in raw units and train in half precision.

    Their squares leave the range of half precision, which ends at 65504.
    """
    scale = choose.uniform(100, 300)
    offset = choose.uniform(300, 600)
    raw = {}
    for name in SPLITS:
        targets = setup.data.targets(name)
        raw[f"{name}_y"] = scale * targets + offset
    in_raw_units = with_tensors(setup, **raw)
    return changed(in_raw_units, precision="fp16")


def half_large_inputs(setup: Setup, choose: Random) -> Setup:
    """Leave inputs in raw units and train in half precision.

    Some of them, or their products with the weights, leave the range of half precision. The factor
    is drawn for each split.
    """

    def raw(inputs: Tensor) -> Tensor:
        factor = choose.uniform(0.99, 1.0)
        return inputs * factor * 5e4

    in_raw_units = with_inputs(setup, raw, SPLITS)
    return changed(in_raw_units, precision="fp16")
