"""Change settings alone."""

from __future__ import annotations

from random import Random
from typing import Any

from lab.train.sabotage.change import Change
from lab.train.setup import Setup, changed


def setting(**values: Any) -> Change:
    """Replace the named fields of the setup. Raises TypeError, once used, for an unknown name."""

    def change(setup: Setup, choose: Random) -> Setup:
        return changed(setup, **values)

    return change


def rate_times(low: float, high: float) -> Change:
    """Multiply the learning rate by a factor that is drawn on a log scale."""

    def change(setup: Setup, choose: Random) -> Setup:
        place = choose.random()
        rate = setup.optimization.learning_rate * low * (high / low) ** place
        rounded = float(f"{rate:.2g}")
        return changed(setup, learning_rate=rounded)

    return change


def many_epochs(setup: Setup, choose: Random) -> Setup:
    """Train a wide model far too long and without any regularization."""
    return changed(
        setup,
        epochs=90,
        dropout=0.0,
        weight_decay=0.0,
        width=128,
        schedule="constant",
    )


def heavy_decay(setup: Setup, choose: Random) -> Setup:
    weight_decay = choose.choice([0.3, 0.6])
    return changed(setup, weight_decay=weight_decay)


def tiny_batch(setup: Setup, choose: Random) -> Setup:
    return changed(
        setup,
        batch_size=2,
        epochs=10,
        schedule="constant",
    )


def full_batch(setup: Setup, choose: Random) -> Setup:
    """Put all rows into one batch, so that an epoch is a single step."""
    rate = setup.optimization.learning_rate / 4
    rows = len(setup.data.train_x)
    return changed(setup, batch_size=rows, learning_rate=rate)


def deep_sigmoid(setup: Setup, choose: Random) -> Setup:
    depth = choose.choice([6, 8])
    return changed(setup, activation="sigmoid", depth=depth)
