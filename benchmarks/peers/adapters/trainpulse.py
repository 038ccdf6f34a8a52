"""trainpulse: its monitor, fed line by line as `trainpulse analyze` does."""

from __future__ import annotations

import json
from pathlib import Path

from trainpulse import Monitor

from benchmarks.peers.finding import Finding, scale

SCALE = scale("critical", "warning")
# The columns that the command hands to the monitor.
NAMES = ("loss", "grad_norm", "learning_rate")


def findings(path: Path) -> list[Finding]:
    """Return the alerts of all steps. Raises KeyError for a line without its step."""
    monitor = Monitor()
    for line in path.read_text().splitlines():
        row = json.loads(line)
        step = row["step"]
        for name in NAMES:
            if name in row:
                monitor.log(name, step, float(row[name]))
    found = []
    for alert in monitor.report().alerts:
        finding = Finding(
            rule=alert.detector,
            severity=SCALE.severity(alert.severity.value),
            text=alert.message,
        )
        found.append(finding)
    return found
