"""Bands: the bounds between which a measured value turns from surely normal to surely abnormal."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from functools import lru_cache

from engine.observe.measures.robust import TINY

EDGE = math.log(0.98 / 0.02)  # logit at `abnormal`, and minus the logit at `normal`
STEEPEST = 50.0  # logits beyond this are cut off, so that exp cannot overflow


@dataclass(frozen=True, slots=True)
class Band:
    """Two bounds of a measured value, with the source of their numbers.

    normal, abnormal: strength is 0.02 at the first and 0.98 at the second, whichever is larger.
    log: compare on a logarithmic scale; values at or below zero count as 1e-12.
    source: key in fixtures/sources.yaml of the source of the two numbers.
    compare: keys of tools and papers that draw a line of their own for the same thing.
    note: what was measured, or where the compared lines lie.
    """

    normal: float
    abnormal: float
    log: bool = False
    source: str = field(kw_only=True)
    compare: tuple[str, ...] = field(default=(), kw_only=True)
    note: str = field(default="", kw_only=True)

    def strength(self, value: float) -> float:
        """Return how abnormal the value is, from 0 to 1; 0.5 half way between the bounds."""
        return logistic(value, self.normal, self.abnormal, log=self.log)

    def scaled(self, factor: float) -> Band:
        """Return the band with both bounds multiplied by a positive factor."""
        return replace(self, normal=factor * self.normal, abnormal=factor * self.abnormal)

    @property
    def sources(self) -> tuple[str, ...]:
        """The source of the numbers, then those of lines that are compared with them."""
        return (self.source, *self.compare)

    @property
    def middle(self) -> float:
        """The mean of the two bounds; half strength where the band is not logarithmic."""
        return (self.normal + self.abnormal) / 2


def logistic(value: float, normal: float, abnormal: float, *, log: bool = False) -> float:
    """Return the strength of a value: 0.02 at `normal`, 0.98 at `abnormal`, whichever is larger.

    With `log` the three are compared on a logarithmic scale.
    """
    middle, half_width = _scale(normal, abnormal, log)
    if log:
        value = _log(value)
    logit = EDGE * (value - middle) / half_width
    if abs(logit) > STEEPEST:
        logit = math.copysign(STEEPEST, logit)
    return 1 / (1 + math.exp(-logit))


@lru_cache(maxsize=1024)  # the bands of the detectors
def _scale(normal: float, abnormal: float, log: bool) -> tuple[float, float]:
    """Return the middle and half the width of a band, of the logarithms with `log`."""
    if log:
        normal = _log(normal)
        abnormal = _log(abnormal)
    half_width = (abnormal - normal) / 2
    return normal + half_width, half_width


def _log(value: float) -> float:
    return math.log(max(value, TINY))
