"""Symptoms of steps, rates and weights, in the order in which they are reported."""

from engine.observe.detector import detectors

UPDATES = detectors(
    __name__,
    "updates_too_large",
    "updates_too_small",
    "weights_unchanged",
    "learning_rate_decayed_away",
    "loss_moves_with_learning_rate",
    "loss_scale_collapses",
    "skipped_steps_only_at_start",
)
