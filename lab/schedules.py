"""The learning rate as a factor of the configured one."""

from __future__ import annotations

import math
from collections.abc import Callable

from lab.setup import Setup


def constant(progress: float, epoch: int) -> float:
    return 1.0


def linear(progress: float, epoch: int) -> float:
    return 1 - progress


def cosine(progress: float, epoch: int) -> float:
    return 0.5 * (1 + math.cos(math.pi * progress))


def cosine_restarts(progress: float, epoch: int) -> float:
    return cosine(3 * progress % 1, epoch)


def step(progress: float, epoch: int) -> float:
    """A tenth per epoch from the third on: far too steep for any run of ordinary length."""
    return 0.1 ** max(0, epoch - 1)


def exponential(progress: float, epoch: int) -> float:
    """Half per epoch."""
    return 0.5**epoch


SCHEDULES: dict[str, Callable[[float, int], float]] = {
    function.__name__: function for function in (constant, linear, cosine, cosine_restarts, step, exponential)
}


def rate_at(setup: Setup, step_index: int) -> float:
    factor = SCHEDULES[setup.schedule](step_index / setup.steps, step_index // setup.steps_per_epoch)
    if step_index < setup.warmup_steps:
        factor *= (step_index + 1) / setup.warmup_steps
    return setup.learning_rate * factor * dict(setup.rate_spikes).get(step_index, 1.0)
