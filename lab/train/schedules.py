"""The learning rate of a step, as a factor of the configured one."""

from __future__ import annotations

import math
from collections.abc import Callable

from lab.train.setup import Setup

Schedule = Callable[[float, int], float]  # share of the run that is done, epoch -> factor


def constant(progress: float, epoch: int) -> float:
    return 1.0


def linear(progress: float, epoch: int) -> float:
    return 1 - progress


def cosine(progress: float, epoch: int) -> float:
    return 0.5 * (1 + math.cos(math.pi * progress))


def cosine_restarts(progress: float, epoch: int) -> float:
    return cosine(3 * progress % 1, epoch)


def step(progress: float, epoch: int) -> float:
    """Fall to a tenth per epoch from the third on: far too steep for a run of ordinary length."""
    return float(0.1 ** max(0, epoch - 1))


def exponential(progress: float, epoch: int) -> float:
    """Halve the rate each epoch."""
    return float(0.5**epoch)


SCHEDULES: dict[str, Schedule] = {
    "constant": constant,
    "linear": linear,
    "cosine": cosine,
    "cosine_restarts": cosine_restarts,
    "step": step,
    "exponential": exponential,
}


def rate_at(setup: Setup, step_index: int) -> float:
    optimization = setup.optimization
    schedule = SCHEDULES[optimization.schedule]
    factor = schedule(step_index / setup.steps, step_index // setup.steps_per_epoch)
    if step_index < optimization.warmup_steps:
        factor *= (step_index + 1) / optimization.warmup_steps
    spike = dict(setup.defects.rate_spikes).get(step_index, 1.0)
    return optimization.learning_rate * factor * spike
