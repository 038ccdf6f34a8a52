"""From a case to what it shows."""

import numpy as np

from diagnostics_api.engine.observe.config import CONFIG
from diagnostics_api.engine.observe.curves import CURVES
from diagnostics_api.engine.observe.once import forget_case
from diagnostics_api.engine.records import Case, Finding, Observation

SEEN = 0.5  # a symptom of at least this strength counts as seen


def observe_curves_and_config(case: Case) -> tuple[Observation, ...]:
    """One observation per measured symptom, in a fixed order."""
    # a run that blows up holds numbers whose squares and products overflow; the strengths stay within 0 and 1
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        try:
            return tuple(_observation(symptom, observe(case)) for symptom, observe in CURVES + CONFIG)
        finally:
            forget_case()


def _observation(symptom: str, finding: Finding | None) -> Observation:
    if finding is None:
        return Observation(symptom, "not-measured")
    return Observation(
        symptom,
        "seen" if finding.strength >= SEEN else "absent",
        finding.strength,
        finding.source,
        finding.text,
        finding.span,
        finding.attributes,
    )
