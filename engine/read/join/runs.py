"""Several runs, folds or ranks in one input: one of them is diagnosed, the others are listed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from engine.read.inputs import Curve

_COMPLETE = 0.8  # of the points of the longest run: a run that broke off has fewer
_RANK = re.compile(r"^rank \d{1,5}")
_LISTED = 8


class Chosen(NamedTuple):
    """Curves of the run that is diagnosed; `warning` names the others, empty without others."""

    curves: tuple[Curve, ...]
    run: str
    others: tuple[str, ...]
    warning: str


def choose_run(
    curves: Sequence[Curve],
    source: str,
    wanted: str = "",
) -> Chosen:
    """Return the curves of the last complete run, of ranks those of the first.

    Curves without a run belong to each. wanted: the run that a person chose.
    """
    lengths = _lengths(curves)
    if len(lengths) < 2:
        runs = iter(lengths)
        return Chosen(
            tuple(curves),
            run=next(runs, ""),
            others=(),
            warning="",
        )
    run = wanted
    if wanted not in lengths:
        run = _usual_run(lengths)
    others = [other for other in lengths if other != run]
    kept = [curve for curve in curves if curve.run in {"", run}]
    return Chosen(
        tuple(kept),
        run,
        tuple(others),
        _warning(source, run, others),
    )


def _lengths(curves: Sequence[Curve]) -> dict[str, int]:
    """Return the points of the longest curve of each run, in the order of the input."""
    lengths: dict[str, int] = {}
    for curve in curves:
        if not curve.run:
            continue
        before = lengths.get(curve.run, 0)
        length = len(curve)
        lengths[curve.run] = max(before, length)
    return lengths


def _usual_run(lengths: dict[str, int]) -> str:
    """Return the last run that is about as long as the longest, of ranks the first."""
    longest = max(lengths.values())
    least = _COMPLETE * longest
    complete = [run for run, length in lengths.items() if length >= least]
    if all(map(_RANK.match, lengths)):
        return complete[0]
    return complete[-1]


def _warning(
    source: str,
    run: str,
    others: Sequence[str],
) -> str:
    count = len(others) + 1
    listed = ", ".join(others[:_LISTED])
    more = len(others) - _LISTED
    if more > 0:
        listed = f"{listed} and {more} more"
    return f"{source} holds {count} runs: {run} is diagnosed; left out: {listed}"
