"""What each input was taken for, as text for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from diagnostics_api.service.reading_words import (
    grain_in_words,
    label_of,
    nothing_read,
    split_in_words,
)
from diagnostics_api.terminal.wrapped import Lines, wrapped
from engine.run import CurveRead, ReadAs

MOST_CURVES = 30  # of one input
MOST_RUNS = 12
_CURVE = "      "
_FACT = "    "


def reading_lines(inputs: Sequence[ReadAs]) -> Lines:
    """Yield the block "Read as"; nothing where only words and symptoms were given."""
    if not inputs:
        return
    yield ""
    yield "Read as"
    for each in inputs:
        yield from _input(each)
    nothing = nothing_read(inputs)
    if nothing:
        yield from wrapped(nothing, "  ")


def _input(read_as: ReadAs) -> Lines:
    label = label_of(read_as)
    line = f"{read_as.name}: {label} ({read_as.format})"
    yield from wrapped(line, "  ")
    first = read_as.curves[:MOST_CURVES]
    for curve in first:
        line = _curve(curve)
        yield from wrapped(line, _CURVE)
    more = len(read_as.curves) - len(first)
    if more:
        yield f"{_CURVE}and {more} more curves"
    curves = [curve.name for curve in read_as.curves]
    for name, points in read_as.series.items():
        if name not in curves:
            line = f"{name}: {points} values"
            yield from wrapped(line, _CURVE)
    yield from _facts(read_as)


def _curve(curve: CurveRead) -> str:
    """Say what a curve was taken for: `loss -> train_loss: 3 points, split training, ...`."""
    named = curve.name
    if curve.own_name != curve.name:
        named = f"{curve.own_name} -> {curve.name}"
    count = curve.points
    points = f"{count} points"
    if count == 1:
        points = "1 point"
    split = split_in_words(curve)
    grain = grain_in_words(curve)
    return f"{named}: {points}, split {split}, {grain}"


def _facts(read_as: ReadAs) -> Lines:
    if read_as.other_runs:
        others = _listed(read_as.other_runs)
        line = f"run diagnosed: {read_as.run}; others: {others}"
        yield from wrapped(line, _FACT)
    settings = read_as.settings
    if settings:
        yield f"{_FACT}settings found: {settings}"
    if read_as.left_out:
        left_out = _listed(read_as.left_out)
        line = f"left out: {left_out}"
        yield from wrapped(line, _FACT)


def _listed(names: Sequence[str]) -> str:
    first = names[:MOST_RUNS]
    listed = ", ".join(first)
    more = len(names) - len(first)
    if more:
        return f"{listed} and {more} more"
    return listed
