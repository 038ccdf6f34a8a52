"""The symptoms read off the configuration, in the order in which they are reported."""

from engine.observe.detector import detectors

CONFIG = detectors(
    __name__,
    "model_tiny_for_task",
    "softmax_before_cross_entropy",
    "learning_rate_above_usual",
    "learning_rate_below_usual",
    "half_precision",
    "regularization_strong",
    "saturating_activations",
    "rectifier_activations",
    "deep_without_normalization",
    "custom_initialization",
    "features_unscaled",
    "classes_imbalanced",
    "shuffle_disabled",
    "split_ignores_time",
    "parameters_exceed_samples",
    "batch_size_tiny",
    "batch_size_huge",
    "training_data_small",
)
