"""The engine and other log doctors on the same runs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from content.accuracy import System

OURS = "lossary"


@dataclass(frozen=True, slots=True)
class SystemRow:
    system: System

    @property
    def is_ours(self) -> bool:
        return self.system.system == OURS


def system_rows(systems: Iterable[System]) -> list[SystemRow]:
    """Return the systems, those first that name most faults first."""
    ordered = sorted(
        systems,
        key=_first,
        reverse=True,
    )
    return [SystemRow(system) for system in ordered]


def _first(system: System) -> float:
    return system.every.first
