"""The symptoms read off the configuration, in the order in which they are reported."""

from collections.abc import Callable

from engine.observe.config import (
    batch_size_huge,
    batch_size_tiny,
    classes_imbalanced,
    custom_initialization,
    deep_without_normalization,
    features_unscaled,
    half_precision,
    learning_rate_above_usual,
    learning_rate_below_usual,
    model_tiny_for_task,
    parameters_exceed_samples,
    regularization_strong,
    saturating_activations,
    shuffle_disabled,
    softmax_before_cross_entropy,
    split_ignores_time,
    training_data_small,
)
from engine.records import Case, Finding

Detector = Callable[[Case], Finding | None]

CONFIG: tuple[tuple[str, Detector], ...] = tuple(
    (module.SYMPTOM, module.observe)
    for module in (
        model_tiny_for_task,
        softmax_before_cross_entropy,
        learning_rate_above_usual,
        learning_rate_below_usual,
        half_precision,
        regularization_strong,
        saturating_activations,
        deep_without_normalization,
        custom_initialization,
        features_unscaled,
        classes_imbalanced,
        shuffle_disabled,
        split_ignores_time,
        parameters_exceed_samples,
        batch_size_tiny,
        batch_size_huge,
        training_data_small,
    )
)
