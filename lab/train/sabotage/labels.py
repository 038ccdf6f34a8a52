"""Change the targets, or the rows that go with them."""

from __future__ import annotations

import math
from random import Random

from lab.train.data import Data, Rows
from lab.train.lazy import torch
from lab.train.sabotage.change import Change, with_tensors
from lab.train.setup import Setup, changed


def flip_labels(setup: Setup, choose: Random) -> Setup:
    """Draw about 40 % of the training labels anew; the validation labels stay clean.

    Some of the drawn labels are right by chance.
    """
    labels = setup.data.train_y
    n_classes = setup.data.n_classes or 1
    drawn = torch.randint(n_classes, labels.shape)
    shares = torch.rand(len(labels))
    is_flipped = shares < choose.uniform(0.35, 0.5)
    noisy = torch.where(is_flipped, drawn, labels)
    return with_tensors(setup, train_y=noisy)


def misalign(setup: Setup, choose: Random) -> Setup:
    """Move the targets by one row, in training alone or in both sets.

    So does a table that was sorted without its labels, or joined on the wrong row.
    """
    data = setup.data
    moved = {"train_y": data.train_y.roll(1)}
    if choose.random() < 0.5:
        moved["val_y"] = data.val_y.roll(1)
    return with_tensors(setup, **moved)


def sort_by_class(setup: Setup, choose: Random) -> Setup:
    """Sort the training rows by class and do not shuffle them.

    Every batch then has rows of one class or two.
    """
    data = setup.data
    order = data.train_y.argsort()
    ordered = with_tensors(
        setup,
        train_x=data.train_x[order],
        train_y=data.train_y[order],
    )
    return changed(ordered, shuffle=False)


def small_sorted_evaluation(setup: Setup, choose: Random) -> Setup:
    """Evaluate in training mode, on small batches of one class each.

    Batch normalization then uses the mean of the class and removes its signal.
    """
    data = setup.data
    order = data.val_y.argsort()
    ordered = with_tensors(
        setup,
        val_x=data.val_x[order],
        val_y=data.val_y[order],
    )
    return changed(ordered, eval_mode=False, eval_batch=20)


def imbalance(share: float) -> Change:
    """Make all classes but the first rare, in training and validation.

    With two classes the rare one has `share` of the rows; with more the rare ones have twice
    that together.
    """

    def change(setup: Setup, choose: Random) -> Setup:
        data = setup.data
        n_train = len(data.train_x)
        n_val = len(data.val_x)
        train_x, train_y = _imbalanced(data, share, n_train)
        val_x, val_y = _imbalanced(data, share, n_val)
        return with_tensors(
            setup,
            train_x=train_x,
            train_y=train_y,
            val_x=val_x,
            val_y=val_y,
        )

    return change


def _imbalanced(data: Data, share: float, count: int) -> Rows:
    """Draw `count` fresh rows, ordered by class.

    share: as in `imbalance`.
    """
    n_classes = data.n_classes or 2
    spare = 4 * n_classes  # times as many rows, so that there are enough of each class
    inputs, labels = data.sample(count * spare)
    counts = _class_counts(n_classes, share, count)
    chosen = []
    for label, wanted in enumerate(counts):
        is_of_class = labels == label
        rows_of_class = torch.nonzero(is_of_class)[:, 0]
        chosen.append(rows_of_class[:wanted])
    rows = torch.cat(chosen)
    return inputs[rows], labels[rows]


def _class_counts(n_classes: int, share: float, count: int) -> list[int]:
    """Return the number of rows of each class.

    The rare classes have equally many; the first class has all others.
    """
    n_rare = n_classes - 1
    share_of_one = share
    if n_rare > 1:
        share_of_one = 2 * share / n_rare
    rare_count = math.ceil(share_of_one * count)
    first_count = count - n_rare * rare_count
    return [first_count, *[rare_count] * n_rare]
