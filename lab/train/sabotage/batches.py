"""Change single batches or steps in the middle of the run."""

from __future__ import annotations

import math
from random import Random

from lab.train.setup import Setup, changed

STRETCH = 3  # bad batches in a row
RATE_FACTOR = 60.0


def bad_batches(setup: Setup, choose: Random) -> Setup:
    """Put the inputs of two short stretches of batches far out of range.

    The loss jumps there and comes back.
    """
    first = _step_at(setup, choose.uniform(0.3, 0.45))
    second = _step_at(setup, choose.uniform(0.55, 0.7))
    factor = choose.choice([30.0, 80.0])
    glitches = []
    for start in (first, second):
        for offset in range(STRETCH):
            glitch = (start + offset, factor)
            glitches.append(glitch)
    return changed(setup, glitches=tuple(glitches))


def rate_jumps(setup: Setup, choose: Random) -> Setup:
    """Multiply the learning rate of two steps by RATE_FACTOR.

    The weights jump away and the loss with them.
    """
    start = _step_at(setup, choose.uniform(0.35, 0.6))
    spikes = (
        (start, RATE_FACTOR),
        (start + 1, RATE_FACTOR),
    )
    return changed(setup, rate_spikes=spikes)


def not_a_number(setup: Setup, choose: Random) -> Setup:
    """Fill one batch with NaN, early or in the middle of the run."""
    share = choose.choice([0.1, 0.5])
    step = _step_at(setup, share)
    glitch = (step, math.nan)
    return changed(setup, glitches=(glitch,))


def _step_at(setup: Setup, share: float) -> int:
    """Return the number of the step after this share of the run."""
    return int(share * setup.steps)
