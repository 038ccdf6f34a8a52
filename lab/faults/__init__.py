"""List the faults by chapter. Each changes a sound setup in one way."""

from __future__ import annotations

from lab.faults import (
    architecture,
    code,
    data,
    drift,
    evaluation,
    generalization,
    leakage,
    numerics,
    optimization,
    signal,
    transfer,
)
from lab.faults.fault import Fault

CHAPTERS: dict[str, tuple[Fault, ...]] = {
    "generalization": generalization.FAULTS,
    "optimization": optimization.FAULTS,
    "signal": signal.FAULTS,
    "numerics": numerics.FAULTS,
    "architecture": architecture.FAULTS,
    "data": data.FAULTS,
    "leakage": leakage.FAULTS,
    "evaluation": evaluation.FAULTS,
    "drift": drift.FAULTS,
    "transfer": transfer.FAULTS,
    "code": code.FAULTS,
}
ALL: tuple[Fault, ...] = tuple(fault for faults in CHAPTERS.values() for fault in faults)
SLUGS: tuple[str, ...] = tuple(dict.fromkeys(fault.slug for fault in ALL))


def faults_of(slug: str) -> tuple[Fault, ...]:
    """Return the ways to make one failure."""
    return tuple(fault for fault in ALL if fault.slug == slug)
