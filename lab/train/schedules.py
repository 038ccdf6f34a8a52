"""Compute the learning rate of a step, as a factor of the configured one."""

from __future__ import annotations

import math
from collections.abc import Callable

from lab.train.setup import Setup

# Share of the run that is done and epoch, counted from 0 -> factor
Schedule = Callable[[float, int], float]


def constant(progress: float, epoch: int) -> float:
    """Keep the configured rate."""
    return 1.0


def linear(progress: float, epoch: int) -> float:
    """Fall in a line to 0 at the end of the run."""
    return 1 - progress


def cosine(progress: float, epoch: int) -> float:
    """Fall along half a wave to 0 at the end of the run."""
    wave = math.cos(math.pi * progress)
    return 0.5 * (1 + wave)


def cosine_restarts(progress: float, epoch: int) -> float:
    """Fall along half a wave three times."""
    progress_of_wave = 3 * progress % 1
    return cosine(progress_of_wave, epoch)


def step(progress: float, epoch: int) -> float:
    """Fall to a tenth per epoch from the third on: far too steep for a run of ordinary length."""
    falls = max(0, epoch - 1)
    return float(0.1**falls)


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
    """Return the rate of a step, counted from 0, with warm-up and spikes.

    Raises KeyError for an unknown schedule.
    """
    optimization = setup.optimization
    schedule = SCHEDULES[optimization.schedule]
    progress = step_index / setup.steps
    epoch = step_index // setup.steps_per_epoch
    factor = schedule(progress, epoch)
    if step_index < optimization.warmup_steps:
        factor *= (step_index + 1) / optimization.warmup_steps
    spikes = dict(setup.defects.rate_spikes)
    spike = spikes.get(step_index, 1.0)
    return optimization.learning_rate * factor * spike
