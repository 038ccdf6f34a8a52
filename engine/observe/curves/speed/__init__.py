"""Symptoms of speed, in the order in which they are reported."""

from engine.observe.detector import detectors

SPEED = detectors(
    __name__,
    "waiting_for_data",
    "throughput_falls_over_time",
)
