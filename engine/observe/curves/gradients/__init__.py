"""Symptoms of gradients, in the order in which they are reported."""

from engine.observe.detector import detectors

GRADIENTS = detectors(
    __name__,
    "gradient_norm_tiny",
    "gradient_norm_huge",
    "gradient_norm_non_finite",
    "gradient_norm_spikes",
    "gradient_norm_grows",
    "gradients_shrink_toward_input",
    "gradients_grow_toward_input",
    "layer_gradient_zero",
    "clipping_always_active",
    "gradient_norm_erratic",
    "gradient_norm_zero",
    "gradient_nan_loss_finite",
    "gradient_drops_at_one_layer",
)
