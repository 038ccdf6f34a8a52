"""losslint: the checks of `losslint check` on one log."""

from __future__ import annotations

from pathlib import Path

from losslint.checks import run_all_checks
from losslint.parsing import load_run

from benchmarks.peers.finding import Finding, scale

SCALE = scale("error", "warning")


def findings(path: Path) -> list[Finding]:
    return [
        Finding(each.check, SCALE.severity(each.severity), each.message)
        for each in run_all_checks(load_run(path))
    ]
