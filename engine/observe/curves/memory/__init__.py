"""Symptoms of memory, in the order in which they are reported."""

from engine.observe.detector import detectors

MEMORY = detectors(
    __name__,
    "memory_climbs",
)
