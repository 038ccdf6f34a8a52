"""gradsnitch: `lint_csv` on a table."""

from __future__ import annotations

from pathlib import Path

import gradsnitch

from benchmarks.peers.finding import Finding, scale

SCALE = scale("error", "warning")


def findings(path: Path) -> list[Finding]:
    return [
        Finding(each.code, SCALE.severity(each.severity), each.name)
        for each in gradsnitch.lint_csv(str(path))
    ]
