"""Symptoms of activations, in the order in which they are reported."""

from engine.observe.detector import detectors

ACTIVATIONS = detectors(
    __name__,
    "dead_units",
    "units_saturated",
    "attention_entropy_near_zero",
    "features_lose_spread",
)
