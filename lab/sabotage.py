"""The changes that take more than one setting. Each takes a healthy setup and gives the faulty one."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import replace

import torch
from torch import Tensor, nn

from lab.models import weighted_layers
from lab.setup import Setup, with_data

Change = Callable[[Setup, random.Random], Setup]


def _with(setup: Setup, **tensors: Tensor) -> Setup:
    return replace(setup, data=with_data(setup.data, **tensors))


def _map_inputs(setup: Setup, change: Callable[[Tensor], Tensor], sets: tuple[str, ...]) -> Setup:
    return _with(setup, **{f"{name}_x": change(getattr(setup.data, f"{name}_x")) for name in sets})


EVERYWHERE = ("train", "val", "test")


def many_epochs(setup: Setup, choose: random.Random) -> Setup:
    return replace(setup, epochs=90, dropout=0.0, weight_decay=0.0, width=128, schedule="constant")


def linear(setup: Setup, choose: random.Random) -> Setup:
    return replace(setup, depth=0)


def drop_features(setup: Setup, choose: random.Random) -> Setup:
    return _map_inputs(setup, lambda x: x[:, :1].repeat(1, x.shape[1]), EVERYWHERE)


def heavy_decay(setup: Setup, choose: random.Random) -> Setup:
    return replace(setup, weight_decay=choose.choice([0.3, 0.6]))


def flip_labels(setup: Setup, choose: random.Random) -> Setup:
    """About 40 % of the training labels are drawn anew; the validation labels stay clean."""
    labels = setup.data.train_y
    drawn = torch.randint(setup.data.n_classes or 1, labels.shape)
    return _with(setup, train_y=torch.where(torch.rand(len(labels)) < choose.uniform(0.35, 0.5), drawn, labels))


def imbalance(share: float) -> Change:
    """All classes but the first become so rare that together they have a few of these shares, in both sets."""

    def change(setup: Setup, choose: random.Random) -> Setup:
        data, tensors = setup.data, {}
        classes = data.n_classes or 2
        for name, count in (("train", len(data.train_x)), ("val", len(data.val_x))):
            inputs, labels = data.sample(count * classes * 4)
            rare = share if classes == 2 else 2 * share / (classes - 1)
            rows = [torch.nonzero(labels == label)[:, 0] for label in range(classes)]
            sizes = [count - (classes - 1) * math.ceil(rare * count), *[math.ceil(rare * count)] * (classes - 1)]
            chosen = torch.cat([row[:size] for row, size in zip(rows, sizes, strict=True)])
            tensors |= {f"{name}_x": inputs[chosen], f"{name}_y": labels[chosen]}
        return _with(setup, **tensors)

    return change


def contaminate(setup: Setup, choose: random.Random) -> Setup:
    """Most of the validation set are slightly changed training rows."""
    data = setup.data
    rows = torch.randint(len(data.train_x), (len(data.val_x),))
    copied = torch.rand(len(rows)) < choose.uniform(0.7, 1.0)
    copies = data.train_x[rows] + 0.02 * torch.randn_like(data.val_x)
    return _with(
        setup,
        val_x=torch.where(copied[:, None], copies, data.val_x),
        val_y=torch.where(copied, data.train_y[rows], data.val_y),
    )


def leak_target(setup: Setup, choose: random.Random) -> Setup:
    """The last feature follows the target, except in the test set, where it is not known yet."""

    def leak(inputs: Tensor, targets: Tensor, known: bool) -> Tensor:
        told = targets.float() - targets.float().mean() + 0.1 * torch.randn(len(targets))
        last = told if known else torch.zeros_like(told)
        return torch.cat((inputs[:, :-1], 2 * last[:, None]), dim=1)

    data = setup.data
    pairs = {name: (getattr(data, f"{name}_x"), getattr(data, f"{name}_y")) for name in EVERYWHERE}
    return _with(setup, **{f"{name}_x": leak(x, y, name != "test") for name, (x, y) in pairs.items()})


def bad_batches(setup: Setup, choose: random.Random) -> Setup:
    """Two short stretches of batches with inputs far out of range."""
    starts = (int(choose.uniform(0.3, 0.45) * setup.steps), int(choose.uniform(0.55, 0.7) * setup.steps))
    factor = choose.choice([30.0, 80.0])
    return replace(setup, glitches=tuple((start + i, factor) for start in starts for i in range(3)))


def rate_jumps(setup: Setup, choose: random.Random) -> Setup:
    start = int(choose.uniform(0.35, 0.6) * setup.steps)
    return replace(setup, rate_spikes=tuple((start + i, 60.0) for i in range(2)))


def tiny_batch(setup: Setup, choose: random.Random) -> Setup:
    return replace(setup, batch_size=2, epochs=10, schedule="constant")


def full_batch(setup: Setup, choose: random.Random) -> Setup:
    return replace(setup, batch_size=len(setup.data.train_x), learning_rate=setup.learning_rate / 4)


def deep_sigmoid(setup: Setup, choose: random.Random) -> Setup:
    return replace(setup, activation="sigmoid", depth=choose.choice([6, 8]))


def _layers(model: nn.Module) -> list[nn.Module]:
    return weighted_layers(model)


def deep_gain(setup: Setup, choose: random.Random) -> Setup:
    """He initialisation times a gain above one, through eight layers."""
    gain = choose.uniform(1.5, 2.0)

    def prepare(model: nn.Module) -> None:
        for layer in _layers(model):
            layer.weight.normal_(0, gain * math.sqrt(2 / layer.weight.shape[1]))

    return replace(setup, depth=choose.choice([6, 8]), prepare=prepare)


def negative_biases(setup: Setup, choose: random.Random) -> Setup:
    depth = choose.uniform(3, 6)

    def prepare(model: nn.Module) -> None:
        for layer in _layers(model)[:-1]:
            layer.bias.fill_(-depth)

    return replace(setup, prepare=prepare)


def wide_weights(factor: float) -> Change:
    def prepare(model: nn.Module) -> None:
        for layer in _layers(model):
            layer.weight.mul_(factor)

    return lambda setup, choose: replace(setup, prepare=prepare, depth=max(2, setup.depth))


def equal_weights(setup: Setup, choose: random.Random) -> Setup:
    """All units of a layer start alike and stay alike."""

    def prepare(model: nn.Module) -> None:
        for layer in _layers(model):
            layer.weight.fill_(0.05)
            layer.bias.zero_()

    return replace(setup, prepare=prepare, depth=max(2, setup.depth))


def mixed_units(setup: Setup, choose: random.Random) -> Setup:
    exponents = [choose.uniform(-2, 4) for _ in range(setup.data.train_x.shape[1])]
    exponents[:2] = [4.0, -2.0]
    return _map_inputs(setup, lambda x: x * 10 ** torch.tensor(exponents), EVERYWHERE)


def small_sorted_evaluation(setup: Setup, choose: random.Random) -> Setup:
    order = setup.data.val_y.argsort()
    sorted_set = _with(setup, val_x=setup.data.val_x[order], val_y=setup.data.val_y[order])
    return replace(sorted_set, eval_mode=False, eval_batch=20)


def sort_by_class(setup: Setup, choose: random.Random) -> Setup:
    order = setup.data.train_y.argsort()
    sorted_set = _with(setup, train_x=setup.data.train_x[order], train_y=setup.data.train_y[order])
    return replace(sorted_set, shuffle=False)


def misalign(setup: Setup, choose: random.Random) -> Setup:
    """The targets are moved by one row, in training alone or in both sets."""
    moved = {"train_y": setup.data.train_y.roll(1)}
    if choose.random() < 0.5:
        moved["val_y"] = setup.data.val_y.roll(1)
    return _with(setup, **moved)


def not_a_number(setup: Setup, choose: random.Random) -> Setup:
    """One batch holds NaN, early or in the middle of the run."""
    at = int(choose.choice([0.1, 0.5]) * setup.steps)
    return replace(setup, glitches=((at, math.nan),))


def half_large_targets(setup: Setup, choose: random.Random) -> Setup:
    """Targets in raw units: their squares leave the range of half precision, which ends at 65504."""
    scale, offset = choose.uniform(100, 300), choose.uniform(300, 600)
    targets = {f"{name}_y": scale * getattr(setup.data, f"{name}_y") + offset for name in EVERYWHERE}
    return replace(_with(setup, **targets), precision="fp16")


def half_large_inputs(setup: Setup, choose: random.Random) -> Setup:
    changed = _map_inputs(setup, lambda x: x * choose.uniform(0.99, 1.0) * 5e4, ("train", "val", "test"))
    return replace(changed, precision="fp16")


def shift_test(setup: Setup, choose: random.Random) -> Setup:
    return _map_inputs(setup, _shift(setup), ("test",))


def shift_validation(setup: Setup, choose: random.Random) -> Setup:
    return _map_inputs(setup, _shift(setup), ("val", "test"))


def _shift(setup: Setup) -> Callable[[Tensor], Tensor]:
    """Another offset and gain per feature."""
    size = setup.data.train_x.shape[1]
    offset, gain = 1.0 * torch.randn(size), 0.6 + 0.8 * torch.rand(size)
    return lambda inputs: gain * inputs + offset
