"""Symptoms of predictions, in the order in which they are reported."""

from engine.observe.detector import detectors

OUTPUTS = detectors(
    __name__,
    "predictions_constant",
    "predicts_one_class",
)
