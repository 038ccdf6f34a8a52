"""How often each detector fires on recorded runs, below the signal that it reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from content.detector_counts import DetectorCounts
from content.schema import SIGNAL_GROUPS
from dictionary.naming import Named
from dictionary.pages.accuracy.names import Names

OTHERS = "other signals"
BY_SIGNAL = "signal"
BY_ALARMS = "alarms"
BY_MISSES = "misses"
ORDERS = (BY_SIGNAL, BY_ALARMS, BY_MISSES)


@dataclass(frozen=True, slots=True)
class DetectorRow:
    """missed_in: entries on whose failing run the symptom is not seen, though they list it."""

    symptom: Named
    counts: DetectorCounts
    missed_in: list[Named]

    @property
    def misses(self) -> int:
        return len(self.counts.missed_in)

    @property
    def alarms(self) -> tuple[float, int]:
        """Return the share of healthy runs on which it is seen, and their number."""
        healthy = self.counts.good
        return healthy.share, healthy.seen


KEYS: Mapping[str, Callable[[DetectorRow], Any]] = {
    BY_ALARMS: attrgetter("alarms"),
    BY_MISSES: attrgetter("misses"),
}

Group = tuple[str, list[DetectorRow]]  # title, empty for a list of all


def detector_groups(
    counts: Mapping[str, DetectorCounts],
    names: Names,
    order: str = BY_SIGNAL,
) -> list[Group]:
    """Return the detectors below their signals, or all as one list in another order."""
    rows = _rows(counts, names)
    if order not in KEYS:
        return _by_signal(rows, names)
    rows.sort(
        key=KEYS[order],
        reverse=True,
    )
    return [("", rows)]


def _rows(counts: Mapping[str, DetectorCounts], names: Names) -> list[DetectorRow]:
    rows = []
    for slug, of_symptom in counts.items():
        row = DetectorRow(
            names.symptom(slug),
            of_symptom,
            missed_in=names.entries(of_symptom.missed_in),
        )
        rows.append(row)
    return rows


def _by_signal(rows: Iterable[DetectorRow], names: Names) -> list[Group]:
    """Put the rows below their signals; those of symptoms without a page come last."""
    groups: dict[str, list[DetectorRow]] = {}
    for title in (*SIGNAL_GROUPS, OTHERS):
        groups[title] = []
    for row in rows:
        title = names.group(row.symptom.slug) or OTHERS
        groups[title].append(row)
    return [(title, members) for title, members in groups.items() if members]
