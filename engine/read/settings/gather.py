"""Joins the settings of several places of one log: the first of a name stands, others are kept."""

from __future__ import annotations

from collections.abc import Mapping

from engine.read.settings.units import Unit


class Gathering:
    """Settings of one log while its units are added, the first unit first.

    others_left: how many settings that differ may still be kept.
    """

    def __init__(self, most_others: int) -> None:
        self.settings: dict[str, object] = {}
        self.others_left = most_others

    def add(self, unit: Unit) -> None:
        """Take over what is new; what differs goes under the line where it stands."""
        others = self._add(self.settings, unit.settings)
        if not others or self.others_left <= 0:
            return
        self.others_left -= len(others)
        line = unit.start + 1
        self.settings.setdefault(f"line {line}", others)

    def _add(
        self,
        known: dict[str, object],
        new: Mapping[str, object],
    ) -> dict[str, object]:
        """Return the settings of `new` that have another value in `known`."""
        others: dict[str, object] = {}
        for key, value in new.items():
            earlier = known.setdefault(key, value)
            if earlier == value:
                continue
            if not isinstance(earlier, dict) or not isinstance(value, dict):
                others[key] = value
                continue
            inner = self._add(earlier, value)
            if inner:
                others[key] = inner
        return others
