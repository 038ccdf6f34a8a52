"""From a case to what it shows."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.evidence import Finding, Observation
from engine.observe.config import CONFIG
from engine.observe.curves import CURVES
from engine.observe.detector import Detector
from engine.observe.log import signatures
from engine.run import Case
from engine.scales import is_seen

DETECTORS: tuple[Detector, ...] = CURVES + CONFIG

# symptom -> address of what measures it, as its record names it
MEASURED_BY: Mapping[str, str] = {
    **{detector.symptom: detector.address for detector in DETECTORS},
    **dict.fromkeys(signatures.SYMPTOMS, "log.signatures"),
}


def observe_curves_and_config(case: Case) -> tuple[Observation, ...]:
    """Return one observation for each measured symptom, in a fixed order."""
    # A run that blows up holds numbers whose squares and products overflow; strengths stay within 0 and 1.
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        return tuple(_observation(detector.symptom, detector.observe(case)) for detector in DETECTORS)


def _observation(symptom: str, finding: Finding | None) -> Observation:
    if finding is None:
        return Observation(symptom, "not-measured")
    return Observation(
        symptom,
        "seen" if is_seen(finding.strength) else "absent",
        finding.strength,
        finding.source,
        finding.text,
        finding.span,
    )
