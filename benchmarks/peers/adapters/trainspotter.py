"""trainspotter: the detectors of `trainspotter analyze` on one log."""

from __future__ import annotations

from pathlib import Path

from trainspotter.detectors import run_all
from trainspotter.readers import load_run

from benchmarks.peers.finding import Finding, scale

SCALE = scale("error", "warning")


def findings(path: Path) -> list[Finding]:
    return [
        Finding(each.detector, SCALE.severity(each.severity), each.title)
        for each in run_all(load_run(path))
    ]
