"""sk-autod: `diagnose` on the training and validation loss of each epoch."""

from __future__ import annotations

import csv
from pathlib import Path

from sk_autod import diagnose

from benchmarks.peers.finding import Finding, scale

SCALE = scale("CRITICAL HIGH", "MEDIUM WARNING")
TRAIN, VALIDATION = "train_loss", "val_loss"


def findings(path: Path) -> list[Finding]:
    """Raises ValueError, as the tool does, for fewer than five epochs or a loss that is not
    finite.
    """
    train, validation = losses(path)
    found = []
    for each in diagnose(train, validation).findings:
        finding = Finding(
            rule=each.detector_name,
            severity=SCALE.severity(each.severity.value),
            text=each.message,
        )
        found.append(finding)
    return found


def losses(path: Path) -> tuple[list[float], list[float]]:
    """Return both losses of the epochs that have both. Raises ValueError for a word."""
    train = []
    validation = []
    with path.open(newline="") as file:
        for row in csv.DictReader(file):
            before = row.get(TRAIN)
            after = row.get(VALIDATION)
            if before and after:
                train.append(float(before))
                validation.append(float(after))
    return train, validation
