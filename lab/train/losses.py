"""Compute the loss of a setup."""

from __future__ import annotations

from torch import Tensor
from torch.nn import functional

from lab.train.setup import Setup


def class_weights_of(setup: Setup) -> Tensor | None:
    """Return weights that balance the classes, or None where the setup asks for none."""
    if not setup.optimization.class_weights:
        return None
    labels = setup.data.train_y
    n_classes = setup.data.n_classes
    counts = labels.bincount(minlength=n_classes)
    rows_of_all = counts.clamp_min(1) * len(counts)
    return len(labels) / rows_of_all


def loss_of(
    setup: Setup,
    class_weights: Tensor | None,
    outputs: Tensor,
    targets: Tensor,
) -> Tensor:
    """Return the mean loss of a batch: squared error, or cross-entropy with classes.

    outputs: (rows, n_classes), or (rows, 1). targets: (rows,).
    """
    if not setup.data.n_classes:
        predicted = outputs[:, 0]
        errors = predicted - targets.to(outputs.dtype)
        return errors.square().mean()
    if setup.defects.unsafe_log:
        return unsafe_cross_entropy(outputs, targets)
    return functional.cross_entropy(
        outputs,
        targets,
        class_weights,
        label_smoothing=setup.optimization.label_smoothing,
    )


def unsafe_cross_entropy(outputs: Tensor, targets: Tensor) -> Tensor:
    """Return NaN once a probability reaches 0 or 1 exactly: 0 * log(0) is NaN."""
    n_classes = outputs.shape[1]
    probabilities = outputs.softmax(1)
    wanted = functional.one_hot(targets, n_classes)
    of_the_class = wanted * probabilities.log()
    of_the_others = (1 - wanted) * (1 - probabilities).log()
    likelihood = of_the_class + of_the_others
    return -likelihood.sum(1).mean()
