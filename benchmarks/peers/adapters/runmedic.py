"""runmedic: the checks of `runmedic diagnose` on one log."""

from __future__ import annotations

from pathlib import Path

from runmedic import loaders, roles
from runmedic.checks import run_checks

from benchmarks.peers.finding import Finding, scale

SCALE = scale("critical", "warning")


def findings(path: Path) -> list[Finding]:
    """Return the findings of all runs in a file: title and likely causes are the text."""
    found = []
    for run in loaders.load(str(path)):
        detected = roles.detect(run)
        for each in run_checks(run, detected):
            lines = [each.title, *each.causes]
            severity = SCALE.severity(each.severity)
            finding = Finding(
                rule=each.check,
                severity=severity,
                text="\n".join(lines),
            )
            found.append(finding)
    return found
