"""Changes of settings alone."""

from __future__ import annotations

import random
from typing import Any

from lab.train.sabotage.change import Change
from lab.train.setup import Setup, changed


def setting(**values: Any) -> Change:
    """Replace the named fields of the setup."""

    def change(setup: Setup, choose: random.Random) -> Setup:
        return changed(setup, **values)

    return change


def rate_times(low: float, high: float) -> Change:
    """Multiply the learning rate by a factor that is drawn on a log scale."""

    def change(setup: Setup, choose: random.Random) -> Setup:
        rate = setup.optimization.learning_rate * low * (high / low) ** choose.random()
        return changed(setup, learning_rate=float(f"{rate:.2g}"))

    return change


def many_epochs(setup: Setup, choose: random.Random) -> Setup:
    """Train a wide model far too long and without any regularization."""
    return changed(
        setup,
        epochs=90,
        dropout=0.0,
        weight_decay=0.0,
        width=128,
        schedule="constant",
    )


def heavy_decay(setup: Setup, choose: random.Random) -> Setup:
    return changed(setup, weight_decay=choose.choice([0.3, 0.6]))


def tiny_batch(setup: Setup, choose: random.Random) -> Setup:
    return changed(setup, batch_size=2, epochs=10, schedule="constant")


def full_batch(setup: Setup, choose: random.Random) -> Setup:
    rate = setup.optimization.learning_rate / 4
    return changed(setup, batch_size=len(setup.data.train_x), learning_rate=rate)


def deep_sigmoid(setup: Setup, choose: random.Random) -> Setup:
    return changed(setup, activation="sigmoid", depth=choose.choice([6, 8]))
