"""Symptoms of scores, in the order in which they are reported."""

from engine.observe.detector import detectors

METRICS = detectors(
    __name__,
    "accuracy_at_chance_level",
    "accuracy_constant",
    "accuracy_equals_majority_share",
    "minority_recall_near_zero",
    "class_predicted_too_rarely",
    "other_threshold_much_better",
    "loss_and_accuracy_disagree",
    "old_task_score_drops",
    "score_below_baseline",
    "all_classes_score_zero",
    "score_decays_in_production",
)
