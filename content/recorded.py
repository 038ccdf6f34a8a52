"""Read what was counted on recorded runs, as the ranking uses it."""

from __future__ import annotations

from pathlib import Path

from content.detector_counts import DetectorCounts, read_detector_counts
from engine.knowledge import Recorded


def read_recorded(root: Path) -> dict[str, Recorded]:
    """Return the counts by symptom; none where the folder has no such file.

    Raises ValueError for counts that cannot be read.
    """
    counts = read_detector_counts(root)
    return {symptom: _recorded(found) for symptom, found in counts.items()}


def _recorded(counts: DetectorCounts) -> Recorded:
    """Count the runs that only look wrong among the healthy ones."""
    return Recorded(
        healthy=counts.good.measured + counts.normal.measured,
        healthy_seen=counts.good.seen + counts.normal.seen,
        failing=counts.listed.measured,
        failing_seen=counts.listed.seen,
    )
