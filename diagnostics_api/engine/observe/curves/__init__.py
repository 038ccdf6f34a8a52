"""The symptoms measured on curves, in the order in which they are reported."""

from collections.abc import Callable

from diagnostics_api.engine.observe.curves import (
    generalization_gap,
    gradient_norm_non_finite,
    loss_at_chance_level,
    loss_diverges,
    loss_falls_then_stalls,
    loss_falls_too_slowly,
    loss_flat_from_start,
    loss_non_finite,
    loss_reaches_zero,
    training_loss_stays_high,
    validation_loss_turns_up,
)
from diagnostics_api.engine.records import Case, Finding

Detector = Callable[[Case], Finding | None]

CURVES: tuple[tuple[str, Detector], ...] = tuple(
    (module.SYMPTOM, module.observe)
    for module in (
        loss_non_finite,
        loss_diverges,
        loss_flat_from_start,
        loss_at_chance_level,
        loss_falls_then_stalls,
        loss_falls_too_slowly,
        loss_reaches_zero,
        training_loss_stays_high,
        validation_loss_turns_up,
        generalization_gap,
        gradient_norm_non_finite,
    )
)
