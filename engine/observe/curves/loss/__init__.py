"""Symptoms of the training loss, in the order in which they are reported."""

from engine.observe.detector import detectors

LOSS = detectors(
    __name__,
    "loss_non_finite",
    "loss_masked_nan",
    "loss_diverges",
    "loss_spikes",
    "loss_creeps_up",
    "loss_oscillates",
    "loss_flat_from_start",
    "loss_at_chance_level",
    "loss_falls_then_stalls",
    "loss_falls_too_slowly",
    "loss_starts_too_high",
    "loss_reaches_zero",
    "loss_floor_above_zero",
    "loss_sawtooth_each_epoch",
    "loss_step_up",
    "training_loss_stays_high",
    "loss_negative",
    "nan_in_first_steps",
    "nan_after_healthy_start",
    "loss_zero_from_start",
    "still_improving_at_end",
    "window_means_fall",
    "loss_starts_at_chance",
    "first_loss_far_below_chance",
    "loss_steps_down_at_epoch_boundaries",
    "score_improves_while_loss_does_not",
)
