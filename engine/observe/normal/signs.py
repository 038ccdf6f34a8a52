"""Signs that detectors measure, asked for by the pages whose boundary they are."""

from __future__ import annotations

from typing import Protocol

from engine.evidence import Finding
from engine.run import Case
from engine.scales import is_seen


class Measured(Protocol):
    """A module of a detector."""

    def observe(self, case: Case, /) -> Finding | None:
        """Return what the detector finds; None where the case lacks the data."""
        ...


def is_sign_seen(detector: Measured, case: Case) -> bool:
    """Return whether the sign is measured and there."""
    finding = detector.observe(case)
    return finding is not None and is_seen(finding.strength)
