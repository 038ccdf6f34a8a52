"""Each process logs the loss of its own share of the batch, so the values differ."""

from __future__ import annotations

import re

import numpy as np

from engine.observe.measures.robust import TINY, median
from engine.observe.normal.about import has_word, named
from engine.observe.normal.movement import movement_of
from engine.observe.normal.pattern import LEAST_POINTS, Boundary, NormalPattern, Page
from engine.run import Case, Floats, Series

APART = 1e-6  # checksums of the parameters that differ
BEHIND = 0.05  # of the loss of one device, in the median
_RANK = re.compile(r"(?:rank|gpu|worker|device)_?\d{1,4}")

PAGE = Page(
    "per-rank-loss-difference",
    Boundary(
        "Checksums of the parameters agree between the ranks.",
        "rank-divergence",
    ),
)
EQUAL = Boundary(
    "The losses of the ranks do not agree to the last digit.",
    "duplicate-data-across-ranks",
)
LEVEL = Boundary(
    "Averaged over the ranks, the loss is level with that of one device.",
    "unscaled-distributed-lr",
)


def read(case: Case) -> NormalPattern:
    ranks = _ranks(case)
    if len(ranks) < 2:
        return PAGE.not_measured("No losses of single ranks are recorded.")
    values = np.array([series.y for series in ranks])
    distance = median(np.ptp(values, axis=0))
    text = f"The losses of {len(ranks)} ranks differ by {distance:.3g} in the median."
    if distance == 0:
        return PAGE.broken(
            text,
            ranks[0],
            EQUAL,
        )
    return _by_checksums(
        case,
        ranks[0],
        values.mean(axis=0),
        text,
    )


def _by_checksums(
    case: Case,
    first: Series,
    mean: Floats,
    text: str,
) -> NormalPattern:
    checksums = [series for series in named(case, "checksum", "checksum_gap") if len(series.finite)]
    if checksums:
        apart = float(np.abs(checksums[0].finite).max())
        text = f"{text} Checksums of the parameters are at most {apart:.2g} apart."
        if apart > APART:
            return PAGE.broken(text, checksums[0])
    behind = _behind_one_device(case, mean)
    if behind is not None:
        text = f"{text} Their mean is {behind:+.1%} above the loss of one device."
        if behind > BEHIND:
            return PAGE.broken(
                text,
                first,
                LEVEL,
            )
    if not checksums:
        return PAGE.not_measured(f"{text} No checksum of the parameters is logged.", first)
    moved = movement_of(first)
    if moved is None or not moved.falls:
        return PAGE.not_measured(f"{text} The loss does not fall.", first)
    return PAGE.holds(text, first)


def _ranks(case: Case) -> list[Series]:
    """Return the losses of single ranks that have the same finite points, at least five."""
    found: list[Series] = []
    for name, series in case.series.items():
        is_rank = has_word(name, ("loss",)) and _RANK.search(name) is not None
        if not is_rank or len(series) < LEAST_POINTS or len(series.finite) < len(series):
            continue
        if not found or len(series) == len(found[0]):
            found.append(series)
    return found


def _behind_one_device(case: Case, mean: Floats) -> float | None:
    for series in named(case, "one_device", "single_device", "single_gpu"):
        if len(series.finite) == len(mean):
            scale = np.maximum(np.abs(series.finite), TINY)
            return median((mean - series.finite) / scale)
    return None
