"""runwise: `detect_anomalies` on the history of a run."""

from __future__ import annotations

import json
from pathlib import Path

from runwise import detect_anomalies

from benchmarks.peers.finding import Finding, scale

SCALE = scale("critical", "warning")


def findings(path: Path) -> list[Finding]:
    history = [json.loads(line) for line in path.read_text().splitlines()]
    return [
        Finding(each.type, SCALE.severity(each.severity), each.message)
        for each in detect_anomalies(history)
    ]
