"""What was measured of the engine and lies beside the content: read once in each process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path

from django.conf import settings

from content.accuracy import Accuracy, read_accuracy
from content.detector_counts import DetectorCounts, read_detector_counts


def accuracy() -> Accuracy | None:
    """Return how often the engine was right; None where nothing was measured.

    Raises ValueError for a file of another form.
    """
    return _accuracy(settings.FIXTURES_DIR)


def detector_counts() -> Mapping[str, DetectorCounts]:
    """Return how often each measured symptom is seen on recorded runs, by its slug.

    Raises ValueError for a file of another form.
    """
    return _detector_counts(settings.FIXTURES_DIR)


def runs_record(symptom: str) -> dict[str, dict[str, int]] | None:
    """Return on how many recorded runs a symptom is seen, of those on which it can be measured.

    None for a symptom that only a person can see.
    """
    counts = detector_counts().get(symptom)
    if counts is None:
        return None
    return {
        "failing": asdict(counts.listed),
        "healthy": asdict(counts.good),
        "looks_wrong": asdict(counts.normal),
    }


def own_run(symptom: str, entry: str) -> bool | None:
    """Return whether a symptom is seen on the failing run of an entry; None if not measured."""
    counts = detector_counts().get(symptom)
    if counts is None:
        return None
    return counts.own_run(entry)


@cache
def _accuracy(folder: Path) -> Accuracy | None:
    try:
        return read_accuracy(folder)
    except FileNotFoundError:
        return None


@cache
def _detector_counts(folder: Path) -> Mapping[str, DetectorCounts]:
    return read_detector_counts(folder)
