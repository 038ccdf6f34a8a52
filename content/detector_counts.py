"""Read how often each measured symptom is seen on the recorded runs: likelihoods.yaml.

The file is written by `python -m benchmarks.likelihoods`. It belongs to the engine as much as to
the content, so it is no part of an edition: a changed detector makes no new dictionary.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from content.documents import Loader

FILE = "likelihoods.yaml"


@dataclass(frozen=True, slots=True)
class Count:
    """Runs on which a symptom could be measured, and those of them on which it was seen."""

    measured: int
    seen: int

    @property
    def share(self) -> float:
        """Return the share of the measured runs, from 0 to 1; 0 where none was measured."""
        if not self.measured:
            return 0.0
        return self.seen / self.measured


@dataclass(frozen=True, slots=True)
class DetectorCounts:
    """How often one symptom is seen.

    listed: on the failing runs of the entries that list it. good: on the healthy twins of all
    failing runs. normal: on the runs of the entries that only look wrong. seen_in, missed_in:
    slugs of the entries of `listed`.
    """

    listed: Count
    good: Count
    normal: Count
    seen_in: tuple[str, ...] = ()
    missed_in: tuple[str, ...] = ()

    def own_run(self, entry: str) -> bool | None:
        """Return whether it is seen in the entry's failing run; None where it is not measured."""
        if entry in self.seen_in:
            return True
        if entry in self.missed_in:
            return False
        return None


def read_detector_counts(root: Path) -> dict[str, DetectorCounts]:
    """Return the counts by symptom; none where the folder has no such file.

    Raises ValueError with the name of the file, or of the symptom whose counts are not readable.
    """
    path = root / FILE
    if not path.exists():
        return {}
    text = path.read_text(encoding="utf-8")
    tree = yaml.load(text, Loader)  # noqa: S506 (a safe loader)
    if not isinstance(tree, dict):
        raise ValueError(f"{FILE}: must map symptoms to counts")
    return {symptom: _counts(symptom, record) for symptom, record in tree.items()}


def _counts(symptom: str, record: Mapping[str, Any]) -> DetectorCounts:
    try:
        return DetectorCounts(
            listed=_count(record["listed"]),
            good=_count(record["good"]),
            normal=_count(record["normal"]),
            seen_in=tuple(record.get("seen_in", ())),
            missed_in=tuple(record.get("missed_in", ())),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{FILE}: {symptom}: {error}") from error


def _count(pair: Any) -> Count:
    """Read [measured, seen]."""
    measured, seen = pair
    if not 0 <= seen <= measured:
        raise ValueError(f"{seen} of {measured} runs")
    return Count(measured, seen)
