"""Symptoms of validation against training, in the order in which they are reported."""

from engine.observe.detector import detectors

VALIDATION = detectors(
    __name__,
    "validation_loss_turns_up",
    "generalization_gap",
    "generalization_gap_very_wide",
    "validation_loss_rises_accuracy_holds",
    "validation_erratic",
    "validation_far_worse_from_start",
    "validation_never_improves",
    "validation_accuracy_above_training",
    "validation_better_than_training",
    "validation_too_good",
    "validation_matches_training",
    "test_below_validation",
    "validation_nan_training_finite",
    "last_checkpoint_below_best",
    "reported_metric_stalls_while_training_improves",
    "score_moves_by_single_examples",
    "works_offline_fails_live",
    "validation_best_before_training",
)
