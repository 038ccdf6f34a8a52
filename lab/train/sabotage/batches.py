"""Changes of single batches or steps in the middle of the run."""

from __future__ import annotations

import math
import random

from lab.train.setup import Setup, changed


def bad_batches(setup: Setup, choose: random.Random) -> Setup:
    """Put the inputs of two short stretches of batches far out of range."""
    first = int(choose.uniform(0.3, 0.45) * setup.steps)
    second = int(choose.uniform(0.55, 0.7) * setup.steps)
    factor = choose.choice([30.0, 80.0])
    steps = [start + offset for start in (first, second) for offset in range(3)]
    return changed(setup, glitches=tuple((step, factor) for step in steps))


def rate_jumps(setup: Setup, choose: random.Random) -> Setup:
    """Multiply the learning rate of two steps by 60."""
    start = int(choose.uniform(0.35, 0.6) * setup.steps)
    return changed(setup, rate_spikes=((start, 60.0), (start + 1, 60.0)))


def not_a_number(setup: Setup, choose: random.Random) -> Setup:
    """Fill one batch with NaN, early or in the middle of the run."""
    at = int(choose.choice([0.1, 0.5]) * setup.steps)
    return changed(setup, glitches=((at, math.nan),))
