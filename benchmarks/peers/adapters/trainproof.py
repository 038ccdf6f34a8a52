"""trainproof: the judgement of `trainproof epoch` on one log."""

from __future__ import annotations

from pathlib import Path

from trainproof.epoch import check_epoch

from benchmarks.peers.finding import Finding, scale

SCALE = scale("FAIL", "WARN")
VERDICTS = {"PASS", "NOT-CHECKED"}  # levels of lines that say that nothing was found


def findings(path: Path) -> list[Finding]:
    found = check_epoch(path)["findings"]
    return [
        Finding(each["id"], SCALE.severity(each["level"]), each["message"])
        for each in found
        if each["level"] not in VERDICTS
    ]
