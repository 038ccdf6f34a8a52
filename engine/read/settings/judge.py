"""Whether a mapping or a block of entries is settings, or a row of measured values."""

from __future__ import annotations

from collections.abc import (
    Iterable,
    Iterator,
    Mapping,
)
from itertools import islice
from typing import NamedTuple

from engine.read.settings.vocabulary import (
    is_measured,
    is_position,
    is_setting,
)

_MOST_KEYS = 400
_DEPTH = 6


class Counts(NamedTuple):
    settings: int
    measured: int
    positions: int

    @property
    def are_settings(self) -> bool:
        """Return whether settings outnumber the values that a row of a curve has."""
        if not self.settings:
            return False
        return self.settings > self.measured + self.positions


NO_COUNTS = Counts(0, 0, 0)


def counts_of(pairs: Iterable[tuple[str, object]]) -> Counts:
    """Count the names of each kind; a name that may be two is what its value makes it."""
    settings = 0
    measured = 0
    positions = 0
    for name, value in islice(pairs, _MOST_KEYS):
        if is_measured(name, value):
            measured += 1
        elif is_position(name) and isinstance(value, float | int):
            positions += 1
        elif is_setting(name):
            settings += 1
    return Counts(settings, measured, positions)


def leaves(
    mapping: Mapping[str, object],
    depth: int = _DEPTH,
) -> Iterator[tuple[str, object]]:
    """Yield the last key and the value of each setting."""
    for key, value in mapping.items():
        if not isinstance(value, dict):
            yield key, value
        elif depth:
            yield from leaves(value, depth - 1)


def are_settings(mapping: Mapping[str, object]) -> bool:
    return counts_of(leaves(mapping)).are_settings
