"""training-doctor: its default detectors on a table, replayed step by step."""

from __future__ import annotations

from pathlib import Path

from training_doctor import Doctor

from benchmarks.peers.finding import Finding, scale

SCALE = scale("critical", "warning")


def findings(path: Path) -> list[Finding]:
    """Return the diagnoses at all steps: the problem and what was observed are the text."""
    doctor = Doctor()
    doctor.load(path)
    found = []
    for each in doctor.analyze():
        observed = [evidence.observation for evidence in each.evidence]
        lines = [each.problem, *observed]
        severity = SCALE.severity(each.severity.value)
        finding = Finding(
            rule=each.detector_name,
            severity=severity,
            text="\n".join(lines),
        )
        found.append(finding)
    return found
