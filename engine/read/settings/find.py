"""Settings that stand among the lines of a log, and the lines that are settings and nothing else.

Commands, prints, blocks of entries and program text are units. A unit that comes again with other
values is a row of a curve and no unit: `lr: 0.1` of every epoch.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import (
    Iterator,
    Sequence,
)
from typing import NamedTuple

from engine.read.settings.beyond import Beyond
from engine.read.settings.gather import Gathering
from engine.read.settings.judge import leaves
from engine.read.settings.units import (
    Unit,
    units_of,
)
from engine.read.settings.vocabulary import is_measured

_POSITION = re.compile(
    r"(?i)\W{0,12}(?:train(?:ing)? |eval(?:uation)? |global |learning )?"
    r"(?:epoch|step|iter(?:ation)?|update|episode|round)s?\b\W{0,4}\d"
)
_OFTEN = 3  # `learning rate: 0.001` of every epoch is a curve, if a constant one
_MOST_OTHERS = 16  # settings that differ from the first ones, kept under the line they stand on


class FoundSettings(NamedTuple):
    """settings: nested; what differs from an earlier one stands under `line 12`.

    lines: indices of the lines that are settings, program text or commands and nothing else.
    """

    settings: dict[str, object]
    lines: frozenset[int]


def find_settings(
    lines: Sequence[str],
    beyond: Beyond | None = None,
) -> FoundSettings:
    """Find the settings in linear time; the order of the lines is the order of precedence.

    beyond: counts what was not searched.
    """
    found = list(units_of(lines, beyond))
    units = _without_rows(found, lines)
    gathering = Gathering(_MOST_OTHERS)
    taken: set[int] = set()
    for unit in units:
        gathering.add(unit)
        if unit.is_alone:
            taken.update(range(unit.start, unit.end))
    return FoundSettings(gathering.settings, frozenset(taken))


def _without_rows(
    units: list[Unit],
    lines: Sequence[str],
) -> Iterator[Unit]:
    """Leave out the units that repeat with other values, and short ones that repeat often.

    A measured value that comes again with another number makes a unit a row at once.
    """
    moving = _moving(units)
    first: dict[tuple[str, ...], dict[str, object]] = {}
    changes: Counter[tuple[str, ...]] = Counter()
    times: Counter[tuple[str, ...]] = Counter()
    for unit in units:
        earlier = first.setdefault(unit.signature, unit.settings)
        changes[unit.signature] += earlier != unit.settings
        times[unit.signature] += 1
    for unit in units:
        if not unit.signature:
            yield unit
            continue
        if not moving.isdisjoint(unit.signature):
            continue
        is_often = unit.is_short and times[unit.signature] >= _OFTEN
        most = 1 if _is_below_position(unit, lines) else unit.changes_of_a_row
        if not is_often and changes[unit.signature] < most:
            yield unit


def _is_below_position(
    unit: Unit,
    lines: Sequence[str],
) -> bool:
    """Return whether the line above says where training stands: `[epoch=1][batch=20/98]:`."""
    above = lines[unit.start - 1 : unit.start]
    return bool(above) and _POSITION.match(above[0]) is not None


def _moving(units: list[Unit]) -> set[str]:
    """Return the names of measured values that have several numbers in the log."""
    first: dict[str, object] = {}
    moving: set[str] = set()
    for unit in units:
        if not unit.signature:
            continue
        for name, value in leaves(unit.settings):
            if is_measured(name, value) and first.setdefault(name, value) != value:
                moving.add(name)
    return moving
