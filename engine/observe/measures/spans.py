"""Spans and onsets of detectors that are not rewritten yet."""

from __future__ import annotations

from engine.evidence import Span
from engine.run import Series


def onset_phase(position: float) -> str:
    """A share of the run in words."""
    if position <= 0.02:
        return "first steps"
    if position <= 0.25:
        return "early"
    return "middle" if position <= 0.75 else "late"


def span(series: Series, start: int = 0, end: int = -1) -> Span:
    return Span(series.name, float(series.x[start]), float(series.x[end]))
