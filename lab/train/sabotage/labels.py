"""Changes of the targets, or of the rows that go with them."""

from __future__ import annotations

import math
import random
from typing import TYPE_CHECKING

from lab.train.lazy import torch
from lab.train.sabotage.change import Change, with_tensors
from lab.train.setup import Setup, changed

if TYPE_CHECKING:
    from torch import Tensor


def flip_labels(setup: Setup, choose: random.Random) -> Setup:
    """Draw about 40 % of the training labels anew; the validation labels stay clean."""
    labels = setup.data.train_y
    drawn = torch.randint(setup.data.n_classes or 1, labels.shape)
    flipped = torch.rand(len(labels)) < choose.uniform(0.35, 0.5)
    return with_tensors(setup, train_y=torch.where(flipped, drawn, labels))


def misalign(setup: Setup, choose: random.Random) -> Setup:
    """Move the targets by one row, in training alone or in both sets."""
    moved = {"train_y": setup.data.train_y.roll(1)}
    if choose.random() < 0.5:
        moved["val_y"] = setup.data.val_y.roll(1)
    return with_tensors(setup, **moved)


def sort_by_class(setup: Setup, choose: random.Random) -> Setup:
    """Sort the training rows by class and do not shuffle them."""
    order = setup.data.train_y.argsort()
    ordered = with_tensors(
        setup,
        train_x=setup.data.train_x[order],
        train_y=setup.data.train_y[order],
    )
    return changed(ordered, shuffle=False)


def small_sorted_evaluation(setup: Setup, choose: random.Random) -> Setup:
    """Evaluate in training mode, on small batches of one class each."""
    order = setup.data.val_y.argsort()
    ordered = with_tensors(
        setup,
        val_x=setup.data.val_x[order],
        val_y=setup.data.val_y[order],
    )
    return changed(ordered, eval_mode=False, eval_batch=20)


def imbalance(share: float) -> Change:
    """Make all classes but the first rare, in training and validation.

    With two classes the rare one has `share` of the rows; with more the rare ones have twice
    that together.
    """

    def change(setup: Setup, choose: random.Random) -> Setup:
        train_x, train_y = _imbalanced(setup, share, len(setup.data.train_x))
        val_x, val_y = _imbalanced(setup, share, len(setup.data.val_x))
        return with_tensors(
            setup,
            train_x=train_x,
            train_y=train_y,
            val_x=val_x,
            val_y=val_y,
        )

    return change


def _imbalanced(setup: Setup, share: float, count: int) -> tuple[Tensor, Tensor]:
    classes = setup.data.n_classes or 2
    inputs, labels = setup.data.sample(count * classes * 4)
    rare = share if classes == 2 else 2 * share / (classes - 1)
    rare_count = math.ceil(rare * count)
    counts = [rare_count] * classes
    counts[0] = count - (classes - 1) * rare_count

    chosen = []
    for label, wanted in enumerate(counts):
        rows_of_class = torch.nonzero(labels == label)[:, 0]
        chosen.append(rows_of_class[:wanted])
    rows = torch.cat(chosen)
    return inputs[rows], labels[rows]
