"""What was answered wrong, by set and kind, with the names of what was said and what is right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from content.accuracy import Accuracy, ItemSet, Miss
from dictionary.naming import Named
from dictionary.pages.accuracy.names import Names

KINDS = {
    "missed": "Right entry not first",
    "wrong-cause": "Wrong cause named",
    "false-alarm": "False alarm",
    "not-told": "Not recognized as fine",
}
ORDER = list(KINDS)


@dataclass(frozen=True, slots=True)
class MissRow:
    """A miss with its names. label: what is right. accepted: what is right as well."""

    miss: Miss
    kind: str
    said: list[Named]
    label: Named
    accepted: list[Named]


MissesOfSet = tuple[ItemSet, list[MissRow]]


def misses_by_set(accuracy: Accuracy, names: Names) -> list[MissesOfSet]:
    """Return the sets that have misses, with the misses of each by their kind."""
    found = []
    for each in accuracy.sets:
        of_set = [miss for miss in accuracy.misses if miss.set == each.name]
        if of_set:
            rows = _rows(of_set, names)
            found.append((each, rows))
    return found


def _rows(misses: Iterable[Miss], names: Names) -> list[MissRow]:
    ordered = sorted(misses, key=_kind)
    return [_row(miss, names) for miss in ordered]


def _kind(miss: Miss) -> int:
    return ORDER.index(miss.kind)


def _row(miss: Miss, names: Names) -> MissRow:
    return MissRow(
        miss,
        KINDS[miss.kind],
        said=names.entries(miss.answered),
        label=names.entry(miss.label),
        accepted=names.entries(miss.accepted),
    )
