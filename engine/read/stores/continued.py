"""Event files of one folder that continue one another: each restart of a run begins a new one.

To TensorBoard a folder is a run. Where a later file goes on, what the earlier one has from that
step on was lost with the crash and is left out.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

import numpy as np

from engine.read.inputs import Curve, NamedReading

Curves = dict[str, Curve]


def joined(
    readings: list[NamedReading],
    kind: str,
) -> tuple[list[NamedReading], list[str]]:
    """Join the readings of the format `kind` that continue another of their folder.

    Return all readings, and a warning for each that was joined to another.
    """
    kept: list[NamedReading] = []
    last: dict[PurePosixPath, int] = {}  # folder -> place in `kept`
    warnings: list[str] = []
    for named in readings:
        if named.format != kind or not named.reading.curves:
            kept.append(named)
            continue
        folder = PurePosixPath(named.name).parent
        place = last.get(folder)
        if place is not None and _continues(kept[place], named):
            first = kept[place]
            warning = f"{named.name} goes on where {first.name} ends: taken as one run"
            warnings.append(warning)
            kept[place] = _together(first, named)
            continue
        last[folder] = len(kept)
        kept.append(named)
    return kept, warnings


def _by_name(named: NamedReading) -> Curves:
    return {curve.name: curve for curve in named.reading.curves}


def _continues(
    first: NamedReading,
    second: NamedReading,
) -> bool:
    """Return whether every shared curve starts later and ends later in the second."""
    earlier = _by_name(first)
    later = _by_name(second)
    shared = earlier.keys() & later.keys()
    if not shared:
        return False
    return all(_goes_on(earlier[name], later[name]) for name in shared)


def _goes_on(
    first: Curve,
    second: Curve,
) -> bool:
    if "index" in {first.x_name, second.x_name}:
        return False
    starts_later = second.x[0] > first.x[0]
    ends_later = second.x[-1] > first.x[-1]
    return bool(starts_later and ends_later)


def _together(
    first: NamedReading,
    second: NamedReading,
) -> NamedReading:
    curves = _by_name(first)
    for name, later in _by_name(second).items():
        earlier = curves.get(name)
        if earlier is None:
            curves[name] = later
        else:
            curves[name] = _one(earlier, later)
    before = first.reading
    after = second.reading
    reading = replace(
        before,
        curves=tuple(curves.values()),
        config={
            **before.config,
            **after.config,
        },
        warnings=before.warnings + after.warnings,
    )
    return first._replace(reading=reading)


def _one(
    earlier: Curve,
    later: Curve,
) -> Curve:
    is_kept = earlier.x < later.x[0]
    x_before = earlier.x[is_kept]
    y_before = earlier.y[is_kept]
    return replace(
        later,
        x=np.concatenate([x_before, later.x]),
        y=np.concatenate([y_before, later.y]),
    )
