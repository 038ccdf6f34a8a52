"""Patterns that look wrong and are fine, measured on the curves of a run.

Each module reads one normal page: whether its pattern shows, and on which side of its boundary.
The bounds are those of the pages, named after them.

Some pages need what runs seldom record, and leave most cases to the words: lines of a log
(harmless-log-lines), a stated origin of the weights (low-starting-loss), losses of single ranks
with checksums, two averages of a score, bits per byte of two models, scores of several seeds,
reserved memory. Whether a run shows another failure is asked in `weighed`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np

from engine.guard import COULD_NOT, guarded
from engine.observe.measures.once import remembering
from engine.observe.needs import Names, can_do_without, names_in
from engine.observe.normal import (
    balanced_auxiliary_loss,
    contrastive_loss_floor,
    double_descent,
    epoch_boundary_drops,
    first_loss_at_chance,
    flat_diffusion_loss,
    gan_loss_balance,
    harmless_log_lines,
    loss_scaler_calibration,
    low_starting_loss,
    metric_averaging_difference,
    mixed_sample_accuracy,
    negative_loss_values,
    noisy_batch_loss,
    overconfident_validation_loss,
    per_rank_loss_difference,
    perplexity_across_tokenizers,
    plateau_then_drop,
    recovering_loss_spikes,
    repeated_validation_score,
    reserved_gpu_memory,
    rising_kl_within_target,
    run_to_run_variation,
    schedule_boundary_steps,
    small_generalization_gap,
    soft_target_floor,
    step_time_peaks,
    td_loss_rising_with_return,
    uninformative_policy_loss,
    validation_ahead_of_training,
)
from engine.observe.normal.pattern import Boundary, NormalPattern, Page, State
from engine.run import Case

__all__ = ["READERS", "Boundary", "NormalPattern", "Page", "State", "read_normal"]

Reader = Callable[[Case], NormalPattern]

# In the order of the chapter: training and validation, the loss, tasks of their own, the machine.
READERS: tuple[Reader, ...] = (
    validation_ahead_of_training.read,
    overconfident_validation_loss.read,
    small_generalization_gap.read,
    mixed_sample_accuracy.read,
    repeated_validation_score.read,
    double_descent.read,
    run_to_run_variation.read,
    metric_averaging_difference.read,
    first_loss_at_chance.read,
    low_starting_loss.read,
    noisy_batch_loss.read,
    recovering_loss_spikes.read,
    epoch_boundary_drops.read,
    schedule_boundary_steps.read,
    plateau_then_drop.read,
    soft_target_floor.read,
    negative_loss_values.read,
    perplexity_across_tokenizers.read,
    contrastive_loss_floor.read,
    flat_diffusion_loss.read,
    gan_loss_balance.read,
    rising_kl_within_target.read,
    td_loss_rising_with_return.read,
    uninformative_policy_loss.read,
    balanced_auxiliary_loss.read,
    loss_scaler_calibration.read,
    per_rank_loss_difference.read,
    step_time_peaks.read,
    reserved_gpu_memory.read,
    harmless_log_lines.read,
)


def read_normal(case: Case) -> tuple[NormalPattern, ...]:
    """Return one reading for each normal page, in a fixed order."""
    shown = (case.series, case.layers, case.classes, case.config, case.log)
    return _read(case) if any(shown) else _without_a_run()


@cache
def _without_a_run() -> tuple[NormalPattern, ...]:
    return tuple(map(_of_nothing, READERS))


def _read(case: Case) -> tuple[NormalPattern, ...]:
    names = names_in(case)
    # A run that blows up holds numbers whose squares and products overflow.
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"), remembering():
        return tuple(_read_page(read, case, names) for read in READERS)


def _read_page(read: Reader, case: Case, names: Names) -> NormalPattern:
    """Return the reading of a page; where its reader fails, one that says so.

    names: all that the case gives.
    """
    return _of_nothing(read) if can_do_without(read, names) else _guarded(read, case)


@cache
def _of_nothing(read: Reader) -> NormalPattern:
    return _guarded(read, Case())


def _guarded(read: Reader, case: Case) -> NormalPattern:
    name, failed = _failing(read)
    return guarded(name, read, case, failed)


@cache
def _failing(read: Reader) -> tuple[str, NormalPattern]:
    """Return the name of a reader for the log, and the reading where it fails."""
    slug = read.__module__.rpartition(".")[2].replace("_", "-")
    failed = NormalPattern(slug, "not-measured", COULD_NOT, boundary="", beyond="")
    return f"normal.{slug}", failed
